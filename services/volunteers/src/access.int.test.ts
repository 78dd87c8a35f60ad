import { commandStream, eventStream } from '@guildhall/contracts';
import { SendMessageSchema } from '@guildhall/contracts/notifier/v1/commands';
import { AccessService } from '@guildhall/contracts/volunteers/v1/access';
import { MembershipDriftSchema } from '@guildhall/contracts/volunteers/v1/events';
import { VolunteerService } from '@guildhall/contracts/volunteers/v1/service';
import { type Bus, connectBus, consume, on } from '@guildhall/messaging';
import { type TestClock, testClock, testNats, type TestNats, uniqueName } from '@guildhall/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aBook } from './app/testing.ts';
import { as, calling, slackServer, startVolunteers } from './testing.ts';

const admin = as('root');
const patience = { timeout: 15_000, interval: 20 };

let nats: TestNats;
let bus: Bus;
let clock: TestClock;
let slack: Awaited<ReturnType<typeof slackServer>>;
let meeting: Parameters<typeof startVolunteers>[0];
let replicas: Awaited<ReturnType<typeof startVolunteers>>[];
let volunteers: ReturnType<typeof calling<typeof VolunteerService>>;
let access: ReturnType<typeof calling<typeof AccessService>>;
let listeners: Awaited<ReturnType<typeof consume>>[];
let sent: Readonly<{ to: string; template: string; idempotencyKey: string }>[];
let drifts: string[];

beforeEach(async () => {
  [nats, slack, clock] = [await testNats(), await slackServer(), testClock('2026-03-02T08:00:00Z')];
  [sent, drifts] = [[], []];
  const { version, ...state } = aBook();
  for (const { id, name } of state.channels) slack.channels.set(id.toUpperCase(), { name, members: new Set() });
  meeting = { natsUrl: nats.url, database: uniqueName('access'), clock, slackUrl: slack.url };
  replicas = [await startVolunteers(meeting), await startVolunteers(meeting)];
  bus = await connectBus({ servers: nats.url, name: 'test' });
  [volunteers, access] = [calling(bus, VolunteerService), calling(bus, AccessService)];
  const report = (error: unknown): void => process.emitWarning(String(error));
  const noteMail = on(SendMessageSchema, async (mail) => void sent.push(mail), { subject: 'cmd.notifier.v1.*.send' });
  const noteDrift = on(MembershipDriftSchema, async (drift) => void drifts.push(drift.reconciliationId));
  listeners = [
    consume(bus, { stream: commandStream('notifier'), durable: 'mails', subscriptions: [noteMail], report }),
    consume(bus, { stream: eventStream('volunteers'), durable: 'drifts', subscriptions: [noteDrift], report }),
  ];
  const books = replicas[0]!.store.connection.collection('books');
  await books.insertOne({ _id: 'rules' as never, version, state, outbox: [], saves: [] });
});

afterEach(async () => {
  for (const listener of listeners) await listener.close();
  await bus.close();
  await replicas[0]?.store.connection.dropDatabase();
  await Promise.all(replicas.map(({ close }) => close()));
  await Promise.all([nats.close(), slack.close()]);
});

const enrol = (volunteerId: string, role = 'volunteer') => {
  const names = { firstName: 'Dana', lastName: volunteerId };
  const assignments = [{ area: 'haifa', district: 'north', branch: 'technion', role }];
  return volunteers.createVolunteer({ volunteerId, email: `${volunteerId}@x.org`, ...names, assignments }, admin);
};
const get = (volunteerId: string) => volunteers.getVolunteer({ volunteerId }, admin);
const reaches = (volunteerId: string, state: string) =>
  vi.waitFor(async () => expect((await get(volunteerId)).onboarding?.state).toBe(state), patience);
const addUser = (id: string, name: string) => slack.users.set(id, { id, email: `${name}@x.org`, deleted: false });
const members = (channel: string) => slack.channels.get(channel)!.members;
const callsOf = (method: string) => slack.calls.filter((call) => call.startsWith(method));
const mailsTo = (name: string) => sent.filter(({ to }) => to === `${name}@x.org`);
const link = (name: string, more = {}) =>
  access.createInviteLink({ url: `https://join.slack.com/t/guild/${name}`, ...more }, admin);
const reconciled = async (dryRun = false) => {
  // Where the clock was moved over a night, that night's run comes first.
  const { reconciliationId } = await vi.waitFor(() => access.reconcile({ dryRun }, admin), patience);
  return vi.waitFor(async () => {
    const run = await access.getReconciliation({ reconciliationId }, admin);
    expect(run.state).not.toBe('running');
    return run;
  }, patience);
};

/** Somebody in the workspace who has what the role gives. */
async function member(userId: string, name: string, role?: string): Promise<void> {
  addUser(userId, name);
  await enrol(name, role);
  await reaches(name, 'ADDED_TO_CHANNELS');
}

describe('invite links', () => {
  it('scenario 13: the last place is one person’s; the other waits for the next link', async () => {
    await link('l1', { cap: 2_000, reserved: 1_999 });
    await Promise.all([enrol('noa'), enrol('tal')]);
    await vi.waitFor(async () => {
      const { links, waiting } = await access.listInviteLinks({}, admin);
      expect({ waiting, links }).toMatchObject({ waiting: 1, links: [{ reserved: 2_000, status: 'full' }] });
    }, patience);
    await vi.waitFor(() => expect([...mailsTo('noa'), ...mailsTo('tal')]).toHaveLength(1), patience);
    await vi.waitFor(() => expect(sent.filter(({ template }) => template === 'volunteer_alert')).toHaveLength(1));
    await link('l2');
    await vi.waitFor(() => expect([...mailsTo('noa'), ...mailsTo('tal')]).toHaveLength(2), patience);
    const { links } = await access.listInviteLinks({}, admin);
    expect(links.map(({ status, reserved }) => [status, reserved])).toEqual([
      ['active', 1],
      ['full', 2_000],
    ]);
  });

  it('are sent one at a time, whoever adds them at once', async () => {
    await Promise.all(['a1', 'b2', 'c3'].map((name) => link(name)));
    const { links } = await access.listInviteLinks({}, admin);
    expect(links.map(({ status }) => status).toSorted()).toEqual(['active', 'retired', 'retired']);
  });

  it('are shown by their end, and never whole', async () => {
    const { linkId } = await link('secret-part/abcdef');
    const { links } = await access.listInviteLinks({}, admin);
    expect(
      JSON.stringify(links, (_, value: unknown) => (typeof value === 'bigint' ? Number(value) : value)),
    ).not.toContain('secret');
    expect(links).toMatchObject([{ linkId, endsWith: 'abcdef', createdBy: 'root' }]);
  });

  it.each(['http://join.slack.com/t/x', 'https://slack.com.evil.org/x', 'https://evil.org', 'nonsense'])(
    'at %s are refused',
    async (url) => {
      await expect(access.createInviteLink({ url }, admin)).rejects.toMatchObject({ code: 'volunteers.invalid_field' });
    },
  );
});

describe('a comparison of access', () => {
  it('scenario 17: by night runs once on two replicas, restores what is missing, and names who is unknown', async () => {
    await member('U1', 'dana', 'branch_manager');
    members('C5').delete('U1');
    slack.users.set('U7', { id: 'U7', email: 'seven@x.org', deleted: false });
    members('C4').add('U7');
    slack.calls.length = 0;
    clock.set('2026-03-03T01:20:00Z');
    await vi.waitFor(() => expect(members('C5').has('U1')).toBe(true), patience);
    await vi.waitFor(() => expect(drifts).toEqual(['2026-03-03']), patience);
    expect(callsOf('conversations.members').toSorted()).toEqual(
      ['C1', 'C2', 'C3', 'C4', 'C5'].map((id) => `conversations.members ${id}`),
    );
    const drift = await access.getDrift({}, admin);
    expect(drift.differences).toMatchObject([
      { kind: 'missing', volunteerId: 'dana', channel: 'teams', done: 'granted' },
      { kind: 'unknown_user', account: 'U7', channel: 'branches_manag', done: 'reported' },
    ]);
    expect(members('C4').has('U7')).toBe(true);
    const run = await access.getReconciliation({ reconciliationId: '2026-03-03' }, admin);
    expect(run).toMatchObject({ state: 'done', missing: 1, unknownUsers: 1, channels: 5, calls: 7 });
  });

  it('that is a dry run tells all and changes nothing', async () => {
    await member('U1', 'dana', 'branch_manager');
    members('C5').delete('U1');
    const calls = slack.calls.length;
    expect(await reconciled(true)).toMatchObject({ state: 'done', missing: 1, differences: [{ done: 'reported' }] });
    expect((await get('dana')).memberships.find(({ channelId }) => channelId === 'c5')?.state).toBe('member');
    expect(slack.calls.slice(calls).filter((call) => /invite|kick/.test(call))).toEqual([]);
  });

  it('keeps what somebody was given in Slack as found', async () => {
    await member('U1', 'dana');
    members('C3').add('U1');
    expect(await reconciled()).toMatchObject({ extra: 1, differences: [{ kind: 'extra', done: 'reported' }] });
    expect(members('C3').has('U1')).toBe(true);
    const dana = await get('dana');
    expect(dana.memberships.find(({ channelId }) => channelId === 'c3')).toMatchObject({
      source: 'found',
      desired: false,
    });
  });

  it('takes who has left out again', async () => {
    await member('U1', 'dana');
    await volunteers.leave({ volunteerId: 'dana' }, admin);
    await vi.waitFor(() => expect(members('C5').has('U1')).toBe(false), patience);
    members('C4').add('U1');
    await reconciled();
    await vi.waitFor(() => expect(members('C4').has('U1')).toBe(false), patience);
  });

  it('blocks whose account is deactivated, and lets them go on when it is back', async () => {
    await member('U1', 'dana');
    slack.users.set('U1', { id: 'U1', email: 'dana@x.org', deleted: true });
    expect(await reconciled()).toMatchObject({ deactivated: 1 });
    await reaches('dana', 'BLOCKED');
    const { tasks } = await access.listTasks({}, admin);
    expect(tasks).toMatchObject([{ kind: 'deactivated_account', volunteerId: 'dana', verified: true }]);
    const complete = () => access.completeTask({ taskId: tasks[0]!.taskId }, admin);
    await expect(complete()).rejects.toMatchObject({ code: 'volunteers.task_not_verified' });
    addUser('U1', 'dana');
    expect(await complete()).toMatchObject({ state: 'done' });
    await reaches('dana', 'ADDED_TO_CHANNELS');
  });

  it('makes another address of an account a task, which is done when they are the same', async () => {
    await member('U1', 'dana');
    slack.users.set('U1', { id: 'U1', email: 'married@x.org', deleted: false });
    expect(await reconciled()).toMatchObject({ emailChanged: 1, differences: [{ done: 'task' }] });
    expect((await access.listTasks({}, admin)).tasks).toMatchObject([{ kind: 'email_changed', name: 'Dana dana' }]);
    addUser('U1', 'dana');
    await reconciled();
    expect((await access.listTasks({}, admin)).tasks).toEqual([]);
  });

  it('scenario 11: tries again what failed in a channel that is well again', async () => {
    slack.channels.get('C2')!.archived = true;
    addUser('U1', 'dana');
    await enrol('dana', 'area_manager');
    await reaches('dana', 'PARTIAL');
    expect((await access.getOrphans({}, admin)).orphans).toContainEqual(
      expect.objectContaining({ kind: 'broken_channel', subject: 't_area_district_nat: not_found' }),
    );
    slack.channels.get('C2')!.archived = false;
    await reconciled();
    await reaches('dana', 'ADDED_TO_CHANNELS');
  });

  it('goes on in another process when its own ends', async () => {
    await member('U1', 'dana', 'branch_manager');
    members('C5').delete('U1');
    const [first, second] = replicas;
    await second!.close();
    const { promise: answered, resolve: answer } = Promise.withResolvers<void>();
    slack.pauses.set('conversations.members', answered);
    slack.calls.length = 0;
    const { reconciliationId } = await access.reconcile({}, admin);
    await vi.waitFor(() => expect(callsOf('conversations.members')).toHaveLength(1), patience);
    await first!.close();
    answer();
    slack.pauses.clear();
    replicas = [await startVolunteers(meeting)];
    await vi.waitFor(async () => {
      expect(await access.getReconciliation({ reconciliationId }, admin)).toMatchObject({ state: 'done', missing: 1 });
    }, patience);
  });

  it('is refused while another one runs', async () => {
    const runs = await Promise.allSettled([1, 2, 3].map(() => access.reconcile({}, admin)));
    const refused = runs.filter(({ status }) => status === 'rejected');
    expect(refused.length).toBeGreaterThanOrEqual(1);
    expect(refused[0]).toMatchObject({ reason: { code: 'volunteers.reconciliation_running' } });
  });
});

describe('connections', () => {
  it('go on by a new token, which nobody ever sees', async () => {
    slack.refusals.set('*', 'invalid_auth');
    await enrol('dana');
    await vi.waitFor(async () => {
      const { connections } = await access.listConnections({}, admin);
      expect(connections[0]).toMatchObject({ system: 'slack', state: 'stopped', reason: 'invalid_auth' });
    }, patience);
    slack.refusals.clear();
    addUser('U1', 'dana');
    const set = await access.setConnection({ system: 'slack', token: 'xoxb-another' }, admin);
    expect(set).toMatchObject({ state: 'sandbox', tokenSet: true, scimTokenSet: false });
    await reaches('dana', 'ADDED_TO_CHANNELS');
    const audits = await replicas[0]!.store.connection.collection('audits').find({ subjectId: 'slack' }).toArray();
    expect(audits).toMatchObject([{ action: 'connection.token_set', actorId: 'root' }]);
    expect(JSON.stringify(audits)).not.toContain('another');
  });

  it('tell what a test finds', async () => {
    slack.channels.get('C2')!.archived = true;
    slack.channels.delete('C3');
    const test = await access.testConnection({ system: 'slack' }, admin);
    expect(test).toMatchObject({ ok: false, workspace: 'Guild' });
    expect(test.channels.map(({ name, state }) => `${name} ${state}`)).toEqual([
      't_area_district ok',
      't_area_district_nat not_found',
      't_branches_area_mang not_found',
      'branches_manag ok',
      'teams ok',
    ]);
  });

  it('that there are none of are named with what was meant', async () => {
    await expect(access.testConnection({ system: 'slak' }, admin)).rejects.toMatchObject({
      code: 'volunteers.invalid_field',
    });
  });

  it('show members who are nobody’s account, with who they might be', async () => {
    await enrol('dana');
    slack.users.set('U3', { id: 'U3', email: 'dana@other.org', deleted: false });
    slack.users.set('U4', { id: 'U4', email: 'gone@x.org', deleted: true });
    const { users } = await access.listUnmatchedSlackUsers({}, admin);
    expect(users).toMatchObject([{ slackUserId: 'U3', suggestions: [{ volunteerId: 'dana', likeness: 90 }] }]);
  });
});

describe('leaving', () => {
  it('scenario 16: takes everything on the day, and keeps a task until the account is closed', async () => {
    await member('U1', 'dana', 'branch_manager');
    await volunteers.leave({ volunteerId: 'dana', date: '2026-03-31' }, admin);
    slack.calls.length = 0;
    clock.set('2026-03-30T20:59:00Z');
    await reconciled();
    expect(callsOf('conversations.kick')).toEqual([]);
    clock.set('2026-03-30T21:00:01Z');
    await vi.waitFor(async () => expect((await access.listTasks({}, admin)).tasks).toHaveLength(1), patience);
    const kicks = ['C3', 'C4', 'C5'].map((id) => `conversations.kick ${id} U1`);
    expect(callsOf('conversations.kick').toSorted()).toEqual(kicks);
    await reaches('dana', 'OFFBOARDING');
    const [task] = (await access.listTasks({ volunteerId: 'dana' }, admin)).tasks;
    expect(task).toMatchObject({ kind: 'deactivate_account', subject: 'U1', state: 'open', verified: true });
    const complete = access.completeTask({ taskId: task!.taskId }, admin);
    await expect(complete).rejects.toMatchObject({ code: 'volunteers.task_not_verified' });
    slack.users.set('U1', { id: 'U1', email: 'dana@x.org', deleted: true });
    clock.set('2026-03-31T21:05:00Z');
    await reaches('dana', 'OFFBOARDED');
    expect((await access.listTasks({}, admin)).tasks).toEqual([]);
  });
});

describe('statistics', () => {
  it('scenario 19: count days of the organisation', async () => {
    addUser('UA', 'a');
    clock.set('2026-01-10T08:00:00Z');
    await enrol('d');
    clock.set('2026-02-27T08:00:00Z');
    await enrol('a');
    await reaches('a', 'ADDED_TO_CHANNELS');
    clock.set('2026-03-01T08:00:00Z');
    addUser('UD', 'd');
    await enrol('b');
    await reaches('d', 'ADDED_TO_CHANNELS');
    await reaches('b', 'WAITING_FOR_LINK');
    clock.set('2026-03-02T08:00:00Z');
    addUser('UB', 'b');
    await reaches('b', 'ADDED_TO_CHANNELS');
    await enrol('c');
    await reaches('c', 'WAITING_FOR_LINK');
    const span = { from: '2026-02-27', to: '2026-03-02' };
    const { total } = await access.getStats(span, admin);
    expect(total).toMatchObject({ registered: 3, joined: 3, waiting: 1, legacyJoined: 2, completed: 3, left: 0 });
    const { groups } = await access.getStats({ ...span, groupBy: 'week' }, admin);
    expect(groups.map(({ key, counts }) => [key, counts?.registered, counts?.joined])).toEqual([
      ['2026-02-23', 2, 2],
      ['2026-03-02', 1, 1],
    ]);
    await expect(access.getStats({ from: 'zzz' }, admin)).rejects.toMatchObject({ code: 'volunteers.bad_date' });
  });
});
