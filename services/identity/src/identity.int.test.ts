import { timestampDate } from '@bufbuild/protobuf/wkt';
import { eventStream } from '@guildhall/contracts';
import {
  ContactLockedSchema,
  LoginSucceededSchema,
  PersonCreatedSchema,
} from '@guildhall/contracts/identity/v1/events';
import {
  ChallengeState,
  Method,
  PersonKind,
  PersonStatus,
  VerifyStatus,
} from '@guildhall/contracts/identity/v1/service';
import { MessageFailedSchema, MessageSentSchema } from '@guildhall/contracts/notifier/v1/events';
import { consume, fact, on } from '@guildhall/messaging';
import { uniqueName } from '@guildhall/testing';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { as, identityWorld, nobody, startIdentity } from './testing.ts';

type World = Awaited<ReturnType<typeof identityWorld>>;
const morning = '2026-03-02T08:55:00Z';
let world: World;
let identity: World['identity'];
beforeAll(async () => {
  world = await identityWorld(morning, 2);
  ({ identity } = world);
});
afterAll(() => world.close());
beforeEach(() => world.clock.set(morning));

let people = 0;
const freshAddress = (): string => `person${(people += 1)}@example.org`;
const hashOf = (token: string): Uint8Array => createHash('sha256').update(token).digest();

const ask = async (value: string) =>
  (await identity.createChallenge({ method: Method.EMAIL, value }, nobody)).challengeId;
const verify = async (challengeId: string, code?: string) =>
  identity.verifyChallenge({ challengeId, code: code ?? (await world.notifier.codeOf(challengeId)) }, nobody);
const resolve = (token: string) =>
  identity.resolveCredential({ credential: { case: 'sessionHash', value: hashOf(token) } });

async function comeIn(value = freshAddress(), firstName = 'Ada', lastName = 'Lovelace') {
  const { registrationToken = '' } = await verify(await ask(value));
  const { person, session } = await identity.register({ registrationToken, firstName, lastName }, nobody);
  world.clock.advance(60_000);
  return { value, person: person!, token: session!.token, caller: as({ personId: person!.id }) };
}

describe('signing in', () => {
  it('scenario 1: first login by e-mail', async () => {
    const challenge = await identity.createChallenge(
      { method: Method.EMAIL, value: ' Ada.Lovelace@Example.org ' },
      nobody,
    );
    expect(challenge.challengeId.length).toBeGreaterThanOrEqual(22);
    expect(timestampDate(challenge.expiresAt!)).toEqual(new Date('2026-03-02T09:10:00Z'));
    const message = await world.notifier.messageOf(challenge.challengeId);
    expect(message).toMatchObject({ template: 'login', to: 'ada.lovelace@example.org' });
    expect(timestampDate(message.expiresAt!)).toEqual(new Date('2026-03-02T09:10:00Z'));

    const proven = await verify(challenge.challengeId);
    expect(proven).toMatchObject({ status: VerifyStatus.NEEDS_NAME, registrationToken: expect.any(String) });

    const names = { firstName: 'Ada', lastName: 'Lovelace' };
    const signedIn = await identity.register({ registrationToken: proven.registrationToken!, ...names }, nobody);
    expect(signedIn.person).toMatchObject({
      handle: 'ada.lovelace',
      kind: PersonKind.STAFF,
      displayName: 'Ada Lovelace',
    });
    expect(signedIn.person?.contacts[0]?.verifiedAt).toBeDefined();
    expect(signedIn.session?.maxAgeSeconds).toBe(31_536_000);
    expect(await resolve(signedIn.session!.token)).toMatchObject({
      person: { handle: 'ada.lovelace' },
      permissions: [],
    });
    const sent = world.notifier.asked.filter(({ to }) => to === 'ada.lovelace@example.org');
    expect(sent).toHaveLength(1);
  });

  it('scenario 2: a code lives until its last millisecond', async () => {
    const [early, late] = [await ask(freshAddress()), await ask(freshAddress())];
    world.clock.set('2026-03-02T09:09:59.999Z');
    expect(await verify(early)).toMatchObject({ status: VerifyStatus.NEEDS_NAME });
    world.clock.set('2026-03-02T09:10:00.000Z');
    await expect(verify(late)).rejects.toMatchObject({ kind: 'gone', code: 'identity.challenge_expired' });
  });

  it('scenario 4: two right codes at once over two replicas open one session', async () => {
    const { value, caller } = await comeIn();
    const challengeId = await ask(value);
    const code = await world.notifier.codeOf(challengeId);

    const both = await Promise.allSettled([verify(challengeId, code), verify(challengeId, code)]);

    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const refused = both.find((one) => one.status === 'rejected');
    expect(refused?.reason).toMatchObject({ kind: 'gone', code: 'identity.challenge_expired' });
    expect((await identity.listSessions({}, caller)).sessions).toHaveLength(2);
  });

  it('scenario 4: of twenty redeems at once exactly one succeeds', async () => {
    const { value, caller } = await comeIn();
    const challengeId = await ask(value);
    const code = await world.notifier.codeOf(challengeId);

    const all = await Promise.allSettled(Array.from({ length: 20 }, () => verify(challengeId, code)));

    expect(all.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await identity.listSessions({}, caller)).sessions).toHaveLength(2);
  });

  it('answers alike for people it knows and for strangers, in shape, in limits and in time', async () => {
    const known: string[] = [];
    for (let n = 0; n < 5; n += 1) known.push((await comeIn()).value);
    const timed = async (values: readonly string[]): Promise<number> => {
      const started = performance.now();
      for (const value of values) {
        expect(await identity.createChallenge({ method: Method.EMAIL, value }, nobody)).toMatchObject({
          challengeId: expect.stringMatching(/^[\w-]{24}$/),
          state: ChallengeState.PENDING,
        });
      }
      return (performance.now() - started) / values.length;
    };
    const strangers = known.map((value) => `x${value}`);
    const difference = (await timed(known)) - (await timed(strangers));
    expect(Math.abs(difference)).toBeLessThan(150);
    for (const value of [...known, ...strangers]) {
      await expect(ask(value)).rejects.toMatchObject({ code: 'identity.too_many_challenges', retryAfterSeconds: 30 });
    }
  });

  it('locks a contact and tells it on the stream', async () => {
    const locked: string[] = [];
    const heard = consume(world.bus, {
      stream: eventStream('identity'),
      durable: uniqueName('locks'),
      subscriptions: [on(ContactLockedSchema, async ({ contactId }) => void locked.push(contactId))],
    });
    const value = freshAddress();
    for (const tries of [5, 5]) {
      const challengeId = await ask(value);
      for (let n = 0; n < tries; n += 1) await verify(challengeId, '------').catch(() => undefined);
      world.clock.advance(30_000);
    }
    await expect(ask(value)).rejects.toMatchObject({ kind: 'locked', code: 'identity.challenge_locked' });
    await vi.waitFor(() => expect(locked).toHaveLength(1), 10_000);
    await heard.close();
  });

  it('shows whether the message with the code left', async () => {
    const [sent, failed] = [await ask(freshAddress()), await ask(freshAddress())];
    const tell = (schema: typeof MessageSentSchema | typeof MessageFailedSchema, challengeId: string) => {
      const { subject, data, headers } = fact(schema, { id: `m-${challengeId}`, version: 1 }, world.clock.now(), {
        reference: `challenge:${challengeId}`,
      });
      expect(headers['Aggregate-Version']).toBe('1');
      return world.bus.js.publish(subject, data);
    };
    await tell(MessageSentSchema, sent);
    await tell(MessageFailedSchema, failed);
    await vi.waitFor(async () => {
      expect(await identity.getChallenge({ challengeId: sent }, nobody)).toMatchObject({ state: ChallengeState.SENT });
      expect(await identity.getChallenge({ challengeId: failed }, nobody)).toMatchObject({
        state: ChallengeState.SEND_FAILED,
      });
    }, 10_000);
  });

  it('tells of people and logins on the stream', async () => {
    const told: string[] = [];
    const heard = consume(world.bus, {
      stream: eventStream('identity'),
      durable: uniqueName('people'),
      subscriptions: [
        on(PersonCreatedSchema, async ({ personId }) => void told.push(`created ${personId}`)),
        on(LoginSucceededSchema, async ({ personId }) => void told.push(`login ${personId}`)),
      ],
    });
    const { person } = await comeIn();
    await vi.waitFor(
      () => expect(told).toEqual(expect.arrayContaining([`created ${person.id}`, `login ${person.id}`])),
      10_000,
    );
    await heard.close();
  });

  it('forgets an address that nobody came to own, a day later', async () => {
    const value = freshAddress();
    const challengeId = await ask(value);
    await world.notifier.messageOf(challengeId);
    world.clock.advance(86_400_000);
    await vi.waitFor(async () => {
      await expect(identity.getChallenge({ challengeId }, nobody)).rejects.toMatchObject({ kind: 'not-found' });
    }, 10_000);
  });
});

describe('sessions and tokens', () => {
  it('end at once when revoked, and only by their owner', async () => {
    const { token, caller } = await comeIn();
    const { sessionId } = await resolve(token);
    const stranger = as({ personId: (await comeIn()).person.id });

    const taking = identity.revokeSession({ sessionId }, stranger);
    await expect(taking).rejects.toMatchObject({ kind: 'not-found', code: 'identity.session_not_found' });
    await identity.revokeSession({ sessionId }, caller);

    expect(await resolve(token)).toMatchObject({ sessionId: '' });
  });

  it('a personal token opens, is redeemed on a device, and dies with its successor', async () => {
    const { person, caller } = await comeIn();
    const { token, url } = await identity.createAccessToken({}, caller);
    expect(url).toBe(`https://members.example.org/t/${token}`);
    const credential = { case: 'accessTokenHash', value: hashOf(token) } as const;
    expect(await identity.resolveCredential({ credential })).toMatchObject({ person: { id: person.id } });
    expect(await identity.redeemAccessToken({ token }, nobody)).toMatchObject({ person: { id: person.id } });

    await identity.createAccessToken({}, caller);
    expect((await identity.resolveCredential({ credential })).person).toBeUndefined();
  });

  it('die with the person, in every replica', async () => {
    const { person, token } = await comeIn();
    const disabled = { person: { status: PersonStatus.DISABLED }, updateMask: { paths: ['status'] } };
    await identity.updatePerson({ personId: person.id, ...disabled }, as({ personId: 'root' }));
    const answers = await Promise.all(Array.from({ length: 8 }, () => resolve(token)));
    expect(answers.every((answer) => answer.person === undefined)).toBe(true);
  });

  it('answers nothing to an empty question', async () => {
    expect((await identity.resolveCredential({})).person).toBeUndefined();
  });
});

describe('people', () => {
  const root = as({ personId: 'root' });

  it('of one name who come at once get handles of their own', async () => {
    const created = await Promise.all(
      Array.from({ length: 6 }, () => identity.createPerson({ firstName: 'Søren', lastName: 'Weiß' }, root)),
    );
    const handles = created.map(({ handle }) => handle).sort();
    expect(handles).toEqual([
      'soren.weiss',
      'soren.weiss.1',
      'soren.weiss.2',
      'soren.weiss.3',
      'soren.weiss.4',
      'soren.weiss.5',
    ]);
  });

  it('never share a contact', async () => {
    const contacts = [{ method: Method.SMS, value: '07700 900321' }];
    const wanted = { firstName: 'Cy', lastName: 'Twombly', contacts };
    const both = await Promise.allSettled([1, 2].map(() => identity.createPerson(wanted, root)));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const taken = both.find((one) => one.status === 'rejected');
    expect(taken?.reason).toMatchObject({ kind: 'conflict', code: 'identity.contact_taken' });
  });

  it('are found by name, handle and contact, page by page', async () => {
    for (const firstName of ['Grace', 'Gwen', 'Gus'])
      await identity.createPerson({ firstName, lastName: 'Ünique' }, root);
    const first = await identity.listPeople({ query: 'unique', pageSize: 2 }, root);
    expect(first.people.map((person) => person.firstName)).toEqual(['Grace', 'Gus']);
    const rest = await identity.listPeople({ query: 'unique', pageSize: 2, pageToken: first.nextPageToken! }, root);
    expect(rest.people.map((person) => person.firstName)).toEqual(['Gwen']);
    expect(rest.nextPageToken).toBeUndefined();
  });

  it('change their own names and nothing else', async () => {
    const { caller } = await comeIn();
    const person = { firstName: 'Augusta', roles: ['administrator'] };
    await expect(identity.updateMe({ person, updateMask: { paths: ['roles'] } }, caller)).rejects.toMatchObject({
      code: 'identity.field_not_editable',
    });
    expect(await identity.updateMe({ person, updateMask: { paths: ['first_name'] } }, caller)).toMatchObject({
      firstName: 'Augusta',
      lastName: 'Lovelace',
      roles: ['member'],
    });
    expect(await identity.getMe({}, caller)).toMatchObject({ displayName: 'Augusta Lovelace' });
  });

  it('have the roles that the contracts back', async () => {
    const { roles } = await identity.listRoles({}, root);
    expect(roles.map(({ id }) => id)).toEqual([
      'member',
      'reception',
      'site-manager',
      'safety-officer',
      'volunteer-manager',
      'volunteer-coordinator',
      'administrator',
    ]);
    expect(roles.at(-1)?.permissions).toContain('people.write');
  });
});

describe('the first administrator', () => {
  it('is there once, however many replicas start at once, and cannot be lost', async () => {
    const env = { BOOTSTRAP_ADMIN_EMAIL: 'Admin@Example.org' };
    const lives = await Promise.all([1, 2, 3].map(() => startIdentity(world, env)));
    const { people: found } = await identity.listPeople({ query: 'admin@example.org' }, as({ personId: 'root' }));
    expect(found).toMatchObject([{ roles: ['member', 'administrator'] }]);

    const change = { person: { roles: ['member'] }, updateMask: { paths: ['roles'] } };
    const demoting = identity.updatePerson({ personId: found[0]!.id, ...change }, as({ personId: 'root' }));
    await expect(demoting).rejects.toMatchObject({ kind: 'conflict', code: 'identity.last_administrator' });
    for (const life of lives) await life.close();
  });
});
