import { createHmac } from 'node:crypto';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { environment } from './platform/environment.ts';
import { content } from './platform/http.ts';
import { memberWith } from './platform/people.ts';
import { breakProvider, clock, messagesTo, nextMessage } from './platform/sandbox.ts';
import { unique } from './platform/unique.ts';
import { aGuild, type Guild, reaches, type Volunteer, workspace } from './platform/volunteers.ts';

const patience = { timeout: 15_000, interval: 50 };
const newAddress = (): string => `${unique().toLowerCase()}@x.example`;

let guild: Guild;
let named: Guild['named'];
/** The channels of the original, in the order of its ids. */
let channels: Readonly<Record<'c1' | 'c2' | 'c3' | 'c4' | 'c5', string>>;

beforeAll(async () => {
  guild = await aGuild((name) => {
    const all = ['t_area_district', 't_area_district_nat', 't_branches_area_mang', 'branches_manag', 'teams'].map(name);
    const [c1 = '', c2 = '', c3 = '', c4 = '', c5 = ''] = all;
    channels = { c1, c2, c3, c4, c5 };
    return [
      { key: name('branch_manager'), channels: [c3, c4, c5] },
      { key: name('area_manager'), channels: [c1, c2, c5] },
      { key: name('district_manager'), channels: [c1, c2, c5], needsApproval: true },
      { key: name('volunteer'), channels: [c5] },
    ];
  });
  ({ named } = guild);
  await newLink();
});

type Link = Readonly<{ linkId: string; reserved: number; joined: number; status: string }>;

/** A link that nobody used, which is sent from now on. */
async function newLink(settings: object = {}) {
  const url = `https://join.slack.com/t/guild/${unique()}`;
  const made = await guild.device.call<Link>('POST', '/api/volunteers/invite-links', { body: { url, ...settings } });
  const { linkId } = content(made, 201);
  const now = async (): Promise<Link> => {
    const listed = await guild.device.call<{ links: readonly Link[] }>('GET', '/api/volunteers/invite-links');
    const found = content(listed).links.find((link) => link.linkId === linkId);
    if (!found) throw new Error('the link is gone');
    return found;
  };
  return { url, linkId, now };
}

const isIn = async (user: string): Promise<readonly string[]> => {
  const names = Object.values(channels);
  const members = await Promise.all(names.map(workspace.members));
  return names.filter((_, index) => members[index]?.includes(user));
};

const change = (volunteerId: string, body: object, headers = {}) =>
  guild.device.call<Volunteer>('PATCH', `/api/volunteers/${volunteerId}`, { body, headers });

const waitsIn = (user: string, names: readonly string[]) =>
  vi.waitFor(async () => expect(await isIn(user)).toEqual(names), patience);

it('scenario 1: who is a member already is put into each channel of the role, and gets no mail', async () => {
  const email = newAddress();
  const user = await workspace.join(email, true);
  const { volunteerId } = await guild.enrol(named('branch_manager'), email.toUpperCase());
  const dana = await reaches(guild, volunteerId, 'ADDED_TO_CHANNELS');
  const { c3, c4, c5 } = channels;
  expect(dana).toMatchObject({ volunteerId, email, channels: [c3, c4, c5] });
  expect(dana.onboarding.joinedAt).toBeDefined();
  expect(await isIn(user)).toEqual([c3, c4, c5]);
  expect(await messagesTo('email', email)).toEqual([]);
});

it('scenario 2: who is none is invited once, and put in as soon as Slack says that they joined', async () => {
  const link = await newLink();
  const email = newAddress();
  const { volunteerId } = await guild.enrol(named('volunteer'), email);
  await reaches(guild, volunteerId, 'NOT_IN_WORKSPACE');
  const mail = await nextMessage('email', email);
  expect(mail.html ?? mail.text).toContain(link.url);
  expect(await link.now()).toMatchObject({ reserved: 1, joined: 0 });
  const user = await workspace.join(email);
  await reaches(guild, volunteerId, 'ADDED_TO_CHANNELS');
  expect(await isIn(user)).toEqual([channels.c5]);
  await vi.waitFor(async () => expect(await link.now()).toMatchObject({ joined: 1 }), patience);
  expect(await messagesTo('email', email)).toHaveLength(1);
});

describe('scenario 4: what Slack tells', () => {
  const tell = (body: string, { secret = 'sandbox', age = 0 } = {}) => {
    const timestamp = String(Math.floor(Date.now() / 1_000) - age);
    const signature = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
    return fetch(`${environment.webUrl}/slack/events`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-slack-request-timestamp': timestamp,
        'x-slack-signature': `v0=${signature}`,
      },
      body,
    });
  };
  const challenge = JSON.stringify({ type: 'url_verification', token: 'x', challenge: 'c-4' });

  it('is refused with a wrong signature, and when it is 301 s old', async () => {
    expect((await tell(challenge, { secret: 'other' })).status).toBe(401);
    expect((await tell(challenge, { age: 301 })).status).toBe(401);
  });

  it('is answered with the challenge, when that is what it asks for', async () => {
    const answer = await tell(challenge);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('c-4');
  });
});

it('scenario 5: an unknown place is named, with what is meant, and nothing is stored', async () => {
  const { place } = guild;
  const volunteerId = unique();
  const post = (district: string) => {
    const assignments = [{ ...place, district, role: named('volunteer') }];
    const body = { volunteerId, email: newAddress(), firstName: 'F', lastName: 'V', assignments };
    return guild.device.call('POST', '/api/volunteers', { body });
  };
  const refused = await post(place.district.replace('north', 'nroth'));
  expect([refused.status, refused.json]).toMatchObject([
    422,
    {
      code: 'volunteers.unknown_location',
      errors: [{ pointer: '#/assignments/0/district', detail: expect.stringContaining(`"${place.district}"`) }],
    },
  ]);
  expect((await guild.device.call('GET', `/api/volunteers/${volunteerId}`)).status).toBe(404);
  expect((await post(place.district)).status).toBe(201);
});

describe('scenarios 7 and 8: a change', () => {
  let user: string;
  let volunteerId: string;
  beforeAll(async () => {
    const email = newAddress();
    user = await workspace.join(email, true);
    ({ volunteerId } = await guild.enrol(named('branch_manager'), email));
    await reaches(guild, volunteerId, 'ADDED_TO_CHANNELS');
    const random = named('random');
    await workspace.addChannel(random);
    await workspace.putIn(random, user);
  });

  it('of the branch keeps the role, and touches nobody else', async () => {
    const newer = await guild.enrol(named('volunteer'), newAddress());
    const carmel = named('carmel');
    const body = { ...guild.place, branch: carmel };
    content(await guild.device.call('POST', '/api/volunteers/locations', { body }), 201);
    const moved = content(await change(volunteerId, { branch: carmel }));
    expect(moved).toMatchObject({ branch: carmel, role: named('branch_manager') });
    await waitsIn(user, [channels.c3, channels.c4, channels.c5]);
    const other = content(await guild.device.call<Volunteer>('GET', `/api/volunteers/${newer.volunteerId}`));
    expect(other).toMatchObject({ branch: guild.place.branch, role: named('volunteer') });
  });

  it('of the role gives and takes, and leaves what is not managed', async () => {
    content(await change(volunteerId, { role: named('area_manager') }));
    await waitsIn(user, [channels.c1, channels.c2, channels.c5]);
    expect(await workspace.members(named('random'))).toContain(user);
  });

  it('with an old version is refused, and Slack is not called', async () => {
    await reaches(guild, volunteerId, 'ADDED_TO_CHANNELS');
    const { status, json } = await change(volunteerId, { role: named('volunteer') }, { 'if-match': '1' });
    expect([status, json]).toMatchObject([409, { code: 'volunteers.version_conflict' }]);
    expect(await isIn(user)).toEqual([channels.c1, channels.c2, channels.c5]);
  });
});

it('scenario 10: a token that is revoked stops everything, tells once, and goes on by itself', async () => {
  const emails = Array.from({ length: 5 }, newAddress);
  const mend = await breakProvider({
    provider: 'slack',
    match: 'users.lookupByEmail',
    effect: 'refuse',
    error: 'invalid_auth',
  });
  try {
    const five = [];
    for (const email of emails) five.push(await guild.enrol(named('volunteer'), email));
    const stopped = () => guild.device.call<{ connections: readonly object[] }>('GET', '/api/volunteers/connections');
    await vi.waitFor(async () => {
      const { connections } = content(await stopped());
      expect(connections).toContainEqual(expect.objectContaining({ system: 'slack', reason: 'invalid_auth' }));
    }, patience);
    for (const { volunteerId } of five) await reaches(guild, volunteerId, 'NEW');
    await mend();
    await clock.advance(31);
    for (const { volunteerId } of five) await reaches(guild, volunteerId, 'NOT_IN_WORKSPACE');
  } finally {
    await mend();
  }
});

it('scenario 11: one channel that cannot be had stops no other, and is given when it can', async () => {
  const email = newAddress();
  const user = await workspace.join(email, true);
  const first = await guild.enrol(named('area_manager'), newAddress());
  await reaches(guild, first.volunteerId, 'NOT_IN_WORKSPACE');
  await workspace.changeChannel(channels.c2, { isArchived: true });
  const { volunteerId } = await guild.enrol(named('area_manager'), email);
  const partial = await reaches(guild, volunteerId, 'PARTIAL');
  expect(partial.onboarding.reason).toBe(`${channels.c2}: is_archived`);
  expect(await isIn(user)).toEqual([channels.c1, channels.c5]);
  await workspace.changeChannel(channels.c2, { isArchived: false });
  await reaches(guild, volunteerId, 'ADDED_TO_CHANNELS');
});

it('scenario 13: the last place is one person’s, and the other is invited by the next link', async () => {
  const link = await newLink({ cap: 2_000, reserved: 1_999 });
  const [one, other] = [newAddress(), newAddress()];
  const both = await Promise.all([one, other].map((email) => guild.enrol(named('volunteer'), email)));
  const statesOf = () =>
    Promise.all(
      both.map(async ({ volunteerId }) => {
        const found = await guild.device.call<Volunteer>('GET', `/api/volunteers/${volunteerId}`);
        return content(found).onboarding.state;
      }),
    );
  await vi.waitFor(
    async () => expect((await statesOf()).toSorted()).toEqual(['NOT_IN_WORKSPACE', 'WAITING_FOR_LINK']),
    patience,
  );
  expect(await link.now()).toMatchObject({ reserved: 2_000, status: 'full' });
  const mailed = async () => (await Promise.all([one, other].map((to) => messagesTo('email', to)))).flat();
  await vi.waitFor(async () => expect(await mailed()).toHaveLength(1), patience);
  const second = await newLink();
  await vi.waitFor(async () => expect(await mailed()).toHaveLength(2), patience);
  await vi.waitFor(async () => expect(await second.now()).toMatchObject({ reserved: 1 }), patience);
});

it('scenario 16: who leaves is taken out of everything when the day begins, and the account is asked for', async () => {
  const email = newAddress();
  const user = await workspace.join(email, true);
  const { volunteerId } = await guild.enrol(named('branch_manager'), email);
  await reaches(guild, volunteerId, 'ADDED_TO_CHANNELS');
  const today = (await clock.now()).getTime();
  const date = new Date(today + 3 * 86_400_000).toISOString().slice(0, 10);
  const body = { date, reason: 'moves' };
  content(await guild.device.call('POST', `/api/volunteers/${volunteerId}/leave`, { body }));
  await clock.moveTo(new Date(`${date}T00:00:00Z`));
  await waitsIn(user, []);
  await reaches(guild, volunteerId, 'OFFBOARDING');
  type Tasks = Readonly<{ tasks: readonly Readonly<{ kind: string; subject: string }>[] }>;
  const tasks = async () => content(await guild.device.call<Tasks>('GET', '/api/volunteers/tasks')).tasks;
  const asked = expect.objectContaining({ kind: 'deactivate_account', subject: user });
  await vi.waitFor(async () => expect(await tasks()).toContainEqual(asked), patience);
  await workspace.change(user, { isDeleted: true });
  await clock.advance(86_400);
  await reaches(guild, volunteerId, 'OFFBOARDED');
  expect(await tasks()).not.toContainEqual(asked);
});

it('scenario 20: a manager of a branch sees and adds only there, and needs approval for managers’ roles', async () => {
  const manager = await memberWith(['volunteer-manager'], { firstName: 'Mia', lastName: 'Manager' });
  const { area, district, branch } = guild.place;
  const scopes = [{ area, district, branch }];
  const path = `/api/volunteers/managers/${manager.person.id}`;
  content(await guild.device.call('PUT', path, { body: { scopes } }));
  const yard = named('yard');
  content(
    await guild.device.call('POST', '/api/volunteers/locations', { body: { area, district, branch: yard } }),
    201,
  );
  const at = (place: string, role: string) => ({
    volunteerId: unique(),
    email: newAddress(),
    firstName: 'Sco',
    lastName: 'Ped',
    assignments: [{ area, district, branch: place, role }],
  });
  const post = (body: object) => manager.device.call<Volunteer>('POST', '/api/volunteers', { body });
  const elsewhere = await post(at(yard, named('volunteer')));
  expect([elsewhere.status, elsewhere.json]).toMatchObject([403, { code: 'volunteers.out_of_scope' }]);
  content(await guild.device.call('POST', '/api/volunteers', { body: at(yard, named('volunteer')) }), 201);
  type Rows = Readonly<{ volunteers: readonly Readonly<{ branch: string }>[] }>;
  const seen = content(await manager.device.call<Rows>('GET', '/api/volunteers?pageSize=200')).volunteers;
  expect(new Set(seen.map((row) => row.branch))).toEqual(new Set([branch]));

  const asked = await post(at(branch, named('district_manager')));
  expect([asked.status, asked.json]).toMatchObject([202, { pendingApproval: true, onboarding: { state: 'NEW' } }]);
  const { volunteerId, assignments } = asked.json;
  const decision = `/api/volunteers/${volunteerId}/assignments/${assignments[0]?.assignmentId}/decision`;
  const own = await manager.device.call('POST', decision, { body: { decision: 'approve' } });
  expect(own.status).toBe(403);
  content(await guild.device.call('POST', decision, { body: { decision: 'approve' } }));
  await reaches(guild, volunteerId, 'NOT_IN_WORKSPACE');
});

describe('scenario 14: administrators are warned', () => {
  const alerts = async (link: string): Promise<number> => {
    const mails = await messagesTo('email', 'admin@example.org');
    return mails.filter(({ text }) => text.includes(link.slice(-4)) && text.includes('invitation link')).length;
  };

  it('once, when so many places are taken', async () => {
    const link = await newLink({ cap: 20, reserved: 15 });
    const { volunteerId } = await guild.enrol(named('volunteer'), newAddress());
    await reaches(guild, volunteerId, 'NOT_IN_WORKSPACE');
    await vi.waitFor(async () => expect(await alerts(link.url)).toBe(1), patience);
    const next = await guild.enrol(named('volunteer'), newAddress());
    await reaches(guild, next.volunteerId, 'NOT_IN_WORKSPACE');
    expect(await alerts(link.url)).toBe(1);
  });

  it('seven days and two days before it ends, and nobody is mailed after that', async () => {
    const now = await clock.now();
    const day = 86_400_000;
    const expiresAt = new Date(now.getTime() + 7 * day + 60_000);
    const link = await newLink({ expiresAt: expiresAt.toISOString() });
    expect(await alerts(link.url)).toBe(0);
    for (const [daysBefore, told] of [
      [7, 1],
      [2, 2],
      [0, 3],
    ] as const) {
      await clock.moveTo(new Date(expiresAt.getTime() - daysBefore * day + 1_000));
      await vi.waitFor(async () => expect(await alerts(link.url)).toBe(told), patience);
    }
    const email = newAddress();
    const { volunteerId } = await guild.enrol(named('volunteer'), email);
    await reaches(guild, volunteerId, 'WAITING_FOR_LINK');
    expect(await messagesTo('email', email)).toEqual([]);
    await newLink();
  });
});

describe('scenario 17: drift', () => {
  type Run = Readonly<{
    reconciliationId: string;
    state: string;
    channels: number;
    differences: readonly Readonly<{ kind: string; channel: string; account: string; done: string }>[];
  }>;
  const at = '/api/volunteers/reconciliations';
  const reconciled = async (): Promise<Run> => {
    // A night's own run comes first, and counts by itself.
    const { reconciliationId } = await vi.waitFor(async () => {
      await workspace.countAnew();
      return content(await guild.device.call<Run>('POST', '/api/volunteers/reconcile', { body: {} }), 202);
    }, patience);
    return vi.waitFor(async () => {
      const run = content(await guild.device.call<Run>('GET', `${at}/${reconciliationId}`));
      if (run.state === 'running') throw new Error('it runs still');
      return run;
    }, patience);
  };

  /** The clock was moved over a night: its run is at work, or was. */
  const nightlyIsOver = () =>
    vi.waitFor(async () => {
      const { reconciliations } = content(await guild.device.call<{ reconciliations: readonly Run[] }>('GET', at));
      if (reconciliations.some(({ state }) => state === 'running')) throw new Error('a run is at work');
    }, patience);

  it('is mended where something is missing, and told of where somebody is not known', async () => {
    await nightlyIsOver();
    const email = newAddress();
    const user = await workspace.join(email, true);
    const { volunteerId } = await guild.enrol(named('volunteer'), email);
    await reaches(guild, volunteerId, 'ADDED_TO_CHANNELS');
    const stranger = await workspace.join(newAddress(), true);
    await workspace.putIn(channels.c4, stranger);
    await workspace.takeOut(channels.c5, user);
    const run = await reconciled();
    const calls = await workspace.calls();
    expect(run.state).toBe('done');
    expect(run.differences).toContainEqual(
      expect.objectContaining({ kind: 'unknown_user', channel: channels.c4, account: stranger, done: 'reported' }),
    );
    await vi.waitFor(async () => expect(await workspace.members(channels.c5)).toContain(user), patience);
    expect(await workspace.members(channels.c4)).toContain(stranger);
    type Managed = Readonly<{ channels: readonly Readonly<{ system: string; externalId: string }>[] }>;
    const managed = content(await guild.device.call<Managed>('GET', '/api/volunteers/channels')).channels;
    const inSlack = managed.filter(({ system, externalId }) => system === 'slack' && externalId !== '');
    expect(calls['conversations.members']).toBe(inSlack.length);
  });
});

describe('scenario 19: numbers', () => {
  type Stats = Readonly<{ groups: readonly Readonly<{ key: string; counts: Readonly<Record<string, number>> }>[] }>;

  it('count who was registered, who joined and who waits, by days of the organisation', async () => {
    const other = await aGuild((name) => [{ key: name('volunteer'), channels: [name('teams')] }]);
    const role = other.named('volunteer');
    const today = async (): Promise<string> =>
      new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Jerusalem' }).format(await clock.now());
    const days = (count: number) => clock.advance(count * 86_400);
    const [a, b, c, d] = [newAddress(), newAddress(), newAddress(), newAddress()];
    const idOfD = (await other.enrol(role, d)).volunteerId;
    await reaches(other, idOfD, 'NOT_IN_WORKSPACE');
    await days(9);
    const from = await today();
    await workspace.join(a, true);
    await reaches(other, (await other.enrol(role, a)).volunteerId, 'ADDED_TO_CHANNELS');
    await days(2);
    await workspace.join(d);
    await reaches(other, idOfD, 'ADDED_TO_CHANNELS');
    const idOfB = (await other.enrol(role, b)).volunteerId;
    await reaches(other, idOfB, 'NOT_IN_WORKSPACE');
    await days(1);
    await reaches(other, (await other.enrol(role, c)).volunteerId, 'NOT_IN_WORKSPACE');
    await workspace.join(b);
    await reaches(other, idOfB, 'ADDED_TO_CHANNELS');
    const query = `from=${from}&to=${await today()}&groupBy=branch`;
    const { groups } = content(await other.device.call<Stats>('GET', `/api/volunteers/stats?${query}`));
    expect(groups.find(({ key }) => key.includes(other.place.branch))?.counts).toMatchObject({
      registered: 3,
      joined: 3,
      waiting: 1,
      legacyJoined: 2,
    });
  });

  it('are refused for a day that there is not', async () => {
    const { status, json } = await guild.device.call('GET', '/api/volunteers/stats?from=zzz&to=2026-03-02');
    expect([status, json]).toMatchObject([400, { code: 'volunteers.bad_date' }]);
  });
});
