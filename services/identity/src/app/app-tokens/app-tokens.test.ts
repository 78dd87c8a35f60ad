import { type TestClock, testClock } from '@guildhall/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { callerOf } from '../testing.ts';
import { arrive, type InMemoryWorld, inMemoryWorld } from '../world.testing.ts';

const refused = { kind: 'unauthenticated', code: 'identity.refresh_token_unusable' };
let clock: TestClock;
let world: InMemoryWorld;
let ada: Awaited<ReturnType<typeof arrive>>;
beforeEach(async () => {
  clock = testClock('2026-03-02T08:55:00Z');
  world = inMemoryWorld(clock);
  ada = await arrive(world, 'Ada');
});

const pair = () => world.createAppToken({ device: 'Pixel', caller: ada.caller });
const refresh = (refreshToken: string) => world.refreshAppToken({ refreshToken, caller: ada.caller });
const resolve = (token: string) => world.resolveCredential({ kind: 'app-token', token });

describe('the tokens of the app', () => {
  it('D19: open for a quarter of an hour, and the refresh token for 90 days', async () => {
    const { accessToken, expiresAt, refreshExpiresAt } = await pair();
    expect(expiresAt).toEqual(new Date('2026-03-02T09:10:00Z'));
    expect(refreshExpiresAt).toEqual(new Date('2026-05-31T08:55:00Z'));
    expect(await resolve(accessToken)).toMatchObject({ person: { id: ada.person.id } });
    clock.set(expiresAt);
    expect(await resolve(accessToken)).toBeUndefined();
  });

  it('come anew for a refresh token, which slides its 90 days', async () => {
    const first = await pair();
    clock.advance(600_000);
    const second = await refresh(first.refreshToken);
    expect(second.refreshToken).not.toBe(first.refreshToken);
    expect(second.refreshExpiresAt).toEqual(new Date('2026-05-31T09:05:00Z'));
    expect(await resolve(second.accessToken)).toMatchObject({ person: { id: ada.person.id } });
    expect(await resolve(first.accessToken)).toMatchObject({ person: { id: ada.person.id } });
  });

  it('stop all together when a refresh token comes back', async () => {
    const first = await pair();
    const second = await refresh(first.refreshToken);
    await expect(refresh(first.refreshToken)).rejects.toMatchObject(refused);
    await expect(refresh(second.refreshToken)).rejects.toMatchObject(refused);
    expect(await resolve(second.accessToken)).toBeUndefined();
    expect(world.facts.at(-1)).toMatchObject({ type: 'app-token-revoked' });
    expect(world.recorded.at(-1)).toMatchObject({ action: 'app_token.reused', subjectId: ada.person.id });
  });

  it('give of two who refresh at once one a pair, and end the family', async () => {
    const { refreshToken } = await pair();
    const both = await Promise.allSettled([refresh(refreshToken), refresh(refreshToken)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await world.listAppDevices({ caller: ada.caller })).toEqual([]);
  });

  it('are not ended by who guesses', async () => {
    const { refreshToken } = await pair();
    const [id] = refreshToken.split('.');
    for (const guess of ['', 'x', `${id}`, `${id}.x.y`]) await expect(refresh(guess)).rejects.toMatchObject(refused);
    await expect(refresh(refreshToken)).resolves.toBeDefined();
  });

  it('show in the list of devices, and end there', async () => {
    const { accessToken } = await pair();
    const [device] = await world.listAppDevices({ caller: ada.caller });
    expect(device).toMatchObject({ device: 'Pixel' });
    const other = await arrive(world, 'Bob');
    const revoke = (caller: typeof ada.caller) => world.revokeSession({ sessionId: device?.id ?? '', caller });
    await expect(revoke(other.caller)).rejects.toMatchObject({ code: 'identity.session_not_found' });
    await revoke(ada.caller);
    expect(await resolve(accessToken)).toBeUndefined();
  });

  it('end when the app signs out', async () => {
    const { accessToken } = await pair();
    const [device] = await world.listAppDevices({ caller: ada.caller });
    const caller = callerOf(ada.person.id, device?.id);
    await world.logout({ caller: { ...caller, principal: { ...caller.principal, kind: 'app' } } });
    expect(await resolve(accessToken)).toBeUndefined();
  });

  it('end with the person', async () => {
    const { accessToken, refreshToken } = await pair();
    await world.updatePerson({ personId: ada.person.id, change: { status: 'disabled' }, caller: ada.caller });
    expect(await resolve(accessToken)).toBeUndefined();
    await expect(refresh(refreshToken)).rejects.toMatchObject(refused);
    await expect(pair()).rejects.toMatchObject({ code: 'identity.person_disabled' });
  });

  it('are forgotten two days after their end', async () => {
    await pair();
    const [device] = await world.listAppDevices({ caller: ada.caller });
    clock.advance(92 * 86_400_000 - 1);
    await world.forgetAppTokens(device?.id ?? '');
    expect(world.appTokens.all()).toHaveLength(1);
    clock.advance(1);
    await world.forgetAppTokens(device?.id ?? '');
    expect(world.appTokens.all()).toHaveLength(0);
  });
});
