import { type TestClock, testClock } from '@guildhall/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { anonymousCaller as caller, callerOf, comeIn, type InMemoryIdentity, inMemoryIdentity } from '../testing.ts';

let clock: TestClock;
let identity: InMemoryIdentity;
let personId: string;
let token: string;
beforeEach(async () => {
  clock = testClock('2026-03-02T08:55:00Z');
  identity = inMemoryIdentity(clock);
  personId = (await comeIn(identity, 'ada@example.org', 'Ada', 'Lovelace')).person.id;
  token = (await identity.createAccessToken({ caller: callerOf(personId) })).token;
});

describe('redeeming a personal token', () => {
  it('signs in on this device and notes the use', async () => {
    const { person } = await identity.redeemAccessToken({ token, caller });
    expect(person.id).toBe(personId);
    expect(identity.recorded.at(-1)).toMatchObject({ action: 'login', via: 'token' });
    expect(await identity.getAccessToken({ caller: callerOf(personId) })).toMatchObject({ lastUsedAt: clock.now() });
  });

  it('answers unknown, replaced and expired ones alike', async () => {
    const unusable = { kind: 'gone', code: 'identity.access_token_unusable' };
    await expect(identity.redeemAccessToken({ token: 'made-up', caller })).rejects.toMatchObject(unusable);
    const next = await identity.createAccessToken({ caller: callerOf(personId) });
    await expect(identity.redeemAccessToken({ token, caller })).rejects.toMatchObject(unusable);
    clock.set(next.expiresAt);
    await expect(identity.redeemAccessToken({ token: next.token, caller })).rejects.toMatchObject(unusable);
  });

  it('opens nothing for a disabled person', async () => {
    await identity.updatePerson({ personId, change: { status: 'disabled' }, caller });
    await expect(identity.redeemAccessToken({ token, caller })).rejects.toMatchObject({ kind: 'gone' });
  });
});
