import { type TestClock, testClock } from '@guildhall/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { callerOf, comeIn, type InMemoryIdentity, inMemoryIdentity } from '../testing.ts';

let clock: TestClock;
let identity: InMemoryIdentity;
let ada: string;
beforeEach(async () => {
  clock = testClock('2026-03-02T08:55:00Z');
  identity = inMemoryIdentity(clock);
  ada = (await comeIn(identity, 'ada@example.org', 'Ada', 'Lovelace')).person.id;
});

const resolve = (token: string) =>
  identity.resolveCredential({ kind: 'access-token', tokenHash: identity.tokens.hash(token) });

describe('a personal token', () => {
  it('is shown once, with the address that carries it', async () => {
    const { token, url, expiresAt } = await identity.createAccessToken({ caller: callerOf(ada) });
    expect(url).toBe(`https://members.example.org/t/${token}`);
    expect(expiresAt).toEqual(new Date('2027-03-02T08:55:00Z'));
    expect(JSON.stringify(await identity.getAccessToken({ caller: callerOf(ada) }))).not.toContain(`"${token}"`);
  });

  it('opens what its person may, until it is replaced', async () => {
    const first = await identity.createAccessToken({ caller: callerOf(ada) });
    expect(await resolve(first.token)).toMatchObject({ person: { id: ada } });

    const second = await identity.createAccessToken({ caller: callerOf(ada) });
    expect(await resolve(first.token)).toBeUndefined();
    expect(await resolve(second.token)).toBeDefined();
    expect(identity.facts.at(-1)).toMatchObject({ type: 'token-revoked' });
  });

  it('opens nothing once revoked, which may be repeated', async () => {
    const { token } = await identity.createAccessToken({ caller: callerOf(ada) });
    await identity.revokeAccessToken({ caller: callerOf(ada) });
    await identity.revokeAccessToken({ caller: callerOf(ada) });
    expect(await resolve(token)).toBeUndefined();
    const asking = identity.getAccessToken({ caller: callerOf(ada) });
    await expect(asking).rejects.toMatchObject({ kind: 'not-found', code: 'identity.no_access_token' });
  });

  it('ends with the person', async () => {
    const { token } = await identity.createAccessToken({ caller: callerOf(ada) });
    await identity.updatePerson({ personId: ada, change: { status: 'disabled' }, caller: callerOf('root') });
    expect(await resolve(token)).toBeUndefined();
    expect(identity.facts.map(({ type }) => type)).toContain('token-revoked');
  });
});
