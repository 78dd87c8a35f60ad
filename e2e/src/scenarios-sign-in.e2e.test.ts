import { beforeAll, describe, expect, it, vi } from 'vitest';
import { newDevice } from './platform/device.ts';
import { content, type Reply } from './platform/http.ts';
import {
  addPerson,
  administrator,
  askForCode,
  type Challenge,
  type Contact,
  type Member,
  memberWith,
  newEmail,
  patiently,
  signIn,
  verify,
} from './platform/people.ts';
import { clock, messagesTo, nextMessage } from './platform/sandbox.ts';
import { move, newSite, presenceAt, type Site, statusOf } from './platform/sites.ts';

const wrong = ({ code }: Challenge): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
const guess = (challenge: Challenge) => verify(newDevice(), { ...challenge, code: wrong(challenge) });
const said = ({ status, json }: Reply<unknown>) => [status, (json as { code?: string }).code];

async function codesOf(challenge: Challenge, times: number): Promise<unknown[]> {
  const codes: unknown[] = [];
  for (let i = 0; i < times; i += 1) codes.push(said(await guess(challenge)));
  return codes;
}

describe('scenario 3: wrong codes', () => {
  let contact: Contact;
  beforeAll(async () => {
    ({ contact } = await addPerson());
  });

  it('3: after five of them the right one opens nothing either', async () => {
    const challenge = await askForCode(newDevice(), contact);
    expect(await codesOf(challenge, 5)).toEqual(Array.from({ length: 5 }, () => [422, 'identity.wrong_code']));
    const device = newDevice();
    const right = await verify(device, challenge);
    expect(said(right)).toEqual([423, 'identity.challenge_locked']);
    expect(device.cookie()).toBe('');
  });

  it('3: after ten within an hour no code is sent for a quarter of an hour, and then the owner gets in', async () => {
    await clock.advance(3_601);
    for (let round = 0; round < 2; round += 1) {
      await clock.advance(31);
      await codesOf(await askForCode(newDevice(), contact), 5);
    }
    await clock.advance(31);
    const locked = await newDevice().call('POST', '/api/auth/challenges', { body: contact });
    expect(said(locked)).toEqual([423, 'identity.challenge_locked']);
    const wait = Number(locked.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(15 * 60);
    await clock.advance(wait + 1);
    expect((await signIn(contact)).device.cookie()).not.toBe('');
  });

  it('3: a code is for who asked for it: with the challenge of somebody else it opens nothing', async () => {
    const [mine, theirs] = [await addPerson(), await addPerson()];
    const { challengeId } = await askForCode(newDevice(), theirs.contact);
    const { code } = await askForCode(newDevice(), mine.contact);
    const device = newDevice();
    const refused = await device.call('POST', `/api/auth/challenges/${challengeId}/verify`, { body: { code } });
    expect(said(refused)).toEqual([422, 'identity.wrong_code']);
    expect(device.cookie()).toBe('');
  });

  it('3: of two codes the earlier one is dead', async () => {
    const { contact: own } = await addPerson();
    const first = await askForCode(newDevice(), own);
    await clock.advance(31);
    const second = await askForCode(newDevice(), own);
    expect((await verify(newDevice(), first)).status).toBe(410);
    expect((await verify(newDevice(), second)).status).toBe(200);
  });

  it('3: a second code within half a minute is refused, with how long to wait', async () => {
    const own = newEmail();
    content(await patiently(() => newDevice().call('POST', '/api/auth/challenges', { body: own })), 202);
    await nextMessage('email', own.value);
    const again = await newDevice().call('POST', '/api/auth/challenges', { body: own });
    expect(again.status).toBe(429);
    expect(Number(again.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await messagesTo('email', own.value)).toHaveLength(1);
  });
});

describe('scenario 6: a sign-out with nothing to sign out of', () => {
  it('6: changes nothing, says nothing and posts nothing', async () => {
    const member = await memberWith(['member']);
    const site = await newSite();
    expect(content(await move(member.device, 'out', site.id))).toMatchObject({ changed: false, occupancy: 0 });
    content(await move(member.device, 'in', site.id));
    const posts = await vi.waitFor(async () => {
      const texts = (await messagesTo('slack', site.channel)).map(({ text }) => text);
      expect(texts).toHaveLength(1);
      return texts;
    }, 10_000);
    expect(posts[0]).toContain('signed in');
  });
});

describe('scenario 9: a site where people stay over night', () => {
  let nightOwl: Member;
  let site: Site;
  let cameAt: Date;
  beforeAll(async () => {
    cameAt = await clock.nextOf('03-02T20:00:00.000Z');
    await clock.moveTo(new Date(cameAt.getTime() - 600_000));
    nightOwl = await memberWith(['member'], { firstName: 'Nyx', lastName: 'Owl' });
    site = await newSite({ timeZone: 'Europe/London', dayRollover: '00:00', carryOver: true });
    if ((await clock.now()) < cameAt) await clock.moveTo(cameAt);
    content(await move(nightOwl.device, 'in', site.id));
  });

  it('9: counts them after midnight as before', async () => {
    await clock.moveTo(new Date(cameAt.getTime() + 5 * 3_600_000));
    expect(await presenceAt(site.id)).toMatchObject({ count: 1, people: [{ personId: nightOwl.person.id }] });
    expect((await statusOf(nightOwl.device, site.id)).state).toBe('in');
  });

  it('9: and no longer than sixteen hours after they came, without a time of leaving', async () => {
    await clock.moveTo(new Date(cameAt.getTime() + 16.5 * 3_600_000));
    await vi.waitFor(async () => expect((await presenceAt(site.id)).count).toBe(0), 10_000);
    const { device } = await administrator();
    const path = `/api/register/audits?subjectId=${nightOwl.person.id}`;
    const actions = await vi.waitFor(async () => {
      const { audits } = content(await device.call<{ audits: readonly { action: string }[] }>('GET', path));
      const told = audits.map(({ action }) => action);
      expect(told).toContain('visit.rollover');
      return told;
    }, 10_000);
    expect(actions).not.toContain('visit.out');
  });
});
