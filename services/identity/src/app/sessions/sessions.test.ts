import { AppError } from '@guildhall/kernel';
import { type TestClock, testClock } from '@guildhall/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { callerOf, comeIn, type InMemoryIdentity, inMemoryIdentity, prove } from '../testing.ts';

let clock: TestClock;
let identity: InMemoryIdentity;
let ada: string;
let token: string;
beforeEach(async () => {
  clock = testClock('2026-03-02T08:55:00Z');
  identity = inMemoryIdentity(clock);
  const signedIn = await comeIn(identity, 'ada@example.org', 'Ada', 'Lovelace');
  ada = signedIn.person.id;
  token = signedIn.session.token;
});

const resolve = (given = token) =>
  identity.resolveCredential({ kind: 'session', tokenHash: identity.tokens.hash(given) });
const sessionId = () => identity.sessions.all()[0]!.id;

describe('resolving a session', () => {
  it('names the person, what they may do, and the session', async () => {
    await identity.updatePerson({ personId: ada, change: { roles: ['reception'] }, caller: callerOf('root') });
    expect(await resolve()).toMatchObject({
      person: { id: ada },
      permissions: ['register.view_report', 'register.visitors.write'],
      sessionId: sessionId(),
      expiresAt: new Date('2027-03-02T08:55:00Z'),
    });
  });

  it('slides the end of a session in use, an hour at a time', async () => {
    clock.advance(3_599_000);
    await resolve();
    expect(identity.sessions.all()[0]?.version).toBe(1);
    clock.advance(1_000);
    expect(await resolve()).toMatchObject({ expiresAt: new Date('2027-03-02T09:55:00Z') });
    expect(identity.sessions.all()[0]).toMatchObject({ version: 2, lastSeenAt: clock.now() });
  });

  it('answers although the use cannot be noted', async () => {
    clock.advance(3_600_000);
    identity.sessions.save = () => Promise.reject(new AppError('stale', 'store.stale_version', 'late'));
    expect(await resolve()).toBeDefined();
  });

  it('finds nobody behind an unknown, expired or revoked one', async () => {
    expect(await resolve('made-up')).toBeUndefined();
    clock.set('2027-03-02T08:55:00Z');
    expect(await resolve()).toBeUndefined();
  });

  it('finds nobody once the person is disabled, even if the session could not be ended', async () => {
    const { save } = identity.sessions;
    identity.sessions.save = () => Promise.reject(new AppError('unavailable', 'store.unavailable', 'gone'));
    const disabling = identity.updatePerson({
      personId: ada,
      change: { status: 'disabled' },
      caller: callerOf('root'),
    });
    await expect(disabling).rejects.toMatchObject({ kind: 'unavailable' });
    identity.sessions.save = save;
    await identity.updatePerson({ personId: ada, change: { status: 'active' }, caller: callerOf('root') });

    expect(await resolve()).toBeUndefined();
  });
});

describe('listing sessions', () => {
  it('shows open devices of the caller only, the one used last first', async () => {
    await comeIn(identity, 'bob@example.org', 'Bob', 'Moog');
    clock.advance(60_000);
    await prove(identity, 'ada@example.org');

    const sessions = await identity.listSessions({ caller: callerOf(ada) });

    expect(sessions.map(({ device, createdAt }) => [device, createdAt])).toEqual([
      ['curl', new Date('2026-03-02T08:56:00Z')],
      ['curl', new Date('2026-03-02T08:55:00Z')],
    ]);
  });

  it('asks an anonymous caller to sign in', async () => {
    const asking = identity.listSessions({ caller: callerOf('') });
    await expect(asking).rejects.toMatchObject({ kind: 'unauthenticated', code: 'identity.sign_in_required' });
  });
});

describe('revoking a session', () => {
  it('ends it at once and tells so', async () => {
    await identity.revokeSession({ sessionId: sessionId(), caller: callerOf(ada) });
    expect(await resolve()).toBeUndefined();
    expect(identity.facts.at(-1)).toMatchObject({ type: 'session-revoked' });
    expect(identity.recorded.at(-1)).toMatchObject({ action: 'session.revoked', actorId: ada, ip: '192.0.2.1' });
  });

  it("answers somebody else's like one that never was", async () => {
    const notFound = { kind: 'not-found', code: 'identity.session_not_found' };
    const others = identity.revokeSession({ sessionId: sessionId(), caller: callerOf('bob') });
    await expect(others).rejects.toMatchObject(notFound);
    await expect(identity.revokeSession({ sessionId: 'none', caller: callerOf(ada) })).rejects.toMatchObject(notFound);
    expect(await resolve()).toBeDefined();
  });
});

describe('logging out', () => {
  it("ends the caller's session, and may be repeated", async () => {
    await identity.logout({ caller: callerOf(ada, sessionId()) });
    await identity.logout({ caller: callerOf(ada, sessionId()) });
    expect(await resolve()).toBeUndefined();
  });

  it('leaves sessions alone when a personal token asks', async () => {
    const caller = callerOf(ada, sessionId());
    await identity.logout({ caller: { ...caller, principal: { ...caller.principal, kind: 'token' } } });
    expect(await resolve()).toBeDefined();
  });
});

describe('forgetting a session', () => {
  it('waits two days after its end', async () => {
    const id = sessionId();
    await identity.revokeSession({ sessionId: id, caller: callerOf(ada) });
    clock.advance(2 * 86_400_000 - 1);
    await identity.forgetSession({ sessionId: id });
    expect(identity.sessions.all()).toHaveLength(1);
    clock.advance(1);
    await identity.forgetSession({ sessionId: id });
    expect(identity.sessions.all()).toEqual([]);
  });
});
