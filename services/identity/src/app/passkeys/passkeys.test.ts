import { type TestClock, testClock } from '@guildhall/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { anonymousCaller } from '../testing.ts';
import { arrive, type InMemoryWorld, inMemoryWorld } from '../world.testing.ts';

let clock: TestClock;
let world: InMemoryWorld;
let ada: Awaited<ReturnType<typeof arrive>>;
beforeEach(async () => {
  clock = testClock('2026-03-02T08:55:00Z');
  world = inMemoryWorld(clock);
  ada = await arrive(world, 'Ada');
});

const credentialFor = (id: string, challenge: string) => ({ id, rawId: challenge, type: 'public-key', response: {} });
const begin = async () => {
  clock.advance(1);
  return world.startPasskeyRegistration({ caller: ada.caller });
};
const add = async (id: string, label = '') => {
  const { ceremonyId, options } = await begin();
  const credential = credentialFor(id, options.challenge);
  return world.createPasskey({ ceremonyId, credential, label, caller: ada.caller });
};
const signIn = async (id: string) => {
  clock.advance(1);
  const { ceremonyId, options } = await world.startPasskeySignIn();
  return { ceremonyId, credential: credentialFor(id, options.challenge), caller: anonymousCaller };
};

describe('passkeys', () => {
  it('are added, named, listed and removed by their owner', async () => {
    const { id } = await add('c1');
    expect(await world.listPasskeys({ caller: ada.caller })).toMatchObject([{ id, label: 'curl' }]);
    await world.renamePasskey({ passkeyId: id, label: ' Phone ', caller: ada.caller });
    const bob = await arrive(world, 'Bob');
    const missing = { code: 'identity.passkey_not_found' };
    const theirs = { passkeyId: id, caller: bob.caller };
    await expect(world.renamePasskey({ ...theirs, label: 'Mine' })).rejects.toMatchObject(missing);
    await expect(world.removePasskey(theirs)).rejects.toMatchObject(missing);
    expect(await world.listPasskeys({ caller: ada.caller })).toMatchObject([{ label: 'Phone' }]);
    await world.removePasskey({ passkeyId: id, caller: ada.caller });
    await expect(world.signInByPasskey(await signIn('c1'))).rejects.toMatchObject({ kind: 'invalid' });
  });

  it('sign in, and their counter is kept', async () => {
    await add('c1');
    expect(await world.signInByPasskey(await signIn('c1'))).toMatchObject({ person: { id: ada.person.id } });
    expect(await world.passkeys.findByCredential('c1')).toMatchObject({ counter: 1, lastUsedAt: clock.now() });
  });

  it('that are unknown are refused as those that sign wrongly', async () => {
    await add('c1');
    const unknown = await world.signInByPasskey(await signIn('c2')).catch((error: unknown) => error);
    const attempt = await signIn('c1');
    const wrong = { ...attempt, credential: { ...attempt.credential, rawId: 'another challenge' } };
    const refused = await world.signInByPasskey(wrong).catch((error: unknown) => error);
    expect(refused).toEqual(unknown);
    expect(refused).toMatchObject({ code: 'identity.passkey_refused' });
  });

  it('sign in once for a challenge', async () => {
    await add('c1');
    const attempt = await signIn('c1');
    const both = await Promise.allSettled([world.signInByPasskey(attempt), world.signInByPasskey(attempt)]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(world.signInByPasskey(attempt)).rejects.toMatchObject({ code: 'identity.ceremony_expired' });
  });

  it('do not answer a challenge that is over, somebody else’s, or for something else', async () => {
    await add('c1');
    const expired = { code: 'identity.ceremony_expired' };
    const late = await signIn('c1');
    clock.advance(300_000);
    await expect(world.signInByPasskey(late)).rejects.toMatchObject(expired);
    const { ceremonyId, options } = await begin();
    const credential = credentialFor('c1', options.challenge);
    await expect(world.signInByPasskey({ ceremonyId, credential, caller: anonymousCaller })).rejects.toMatchObject(
      expired,
    );
    const bob = await arrive(world, 'Bob');
    const asBob = world.createPasskey({ ceremonyId, credential, label: '', caller: bob.caller });
    await expect(asBob).rejects.toMatchObject(expired);
  });

  it('are known once, and twenty for a person', async () => {
    await add('c1');
    await expect(add('c1')).rejects.toMatchObject({ code: 'identity.passkey_exists' });
    for (let n = 2; n <= 20; n += 1) await add(`c${n}`);
    await expect(begin()).rejects.toMatchObject({ code: 'identity.too_many_passkeys' });
  });

  it('may be registered again at once after they were removed, and leave nothing', async () => {
    const { id } = await add('c1');
    await world.removePasskey({ passkeyId: id, caller: ada.caller });
    const again = await add('c1');
    await world.forgetPasskey(id);
    await world.forgetPasskey(again.id);
    expect(await world.passkeys.find(id)).toBeUndefined();
    expect((await world.listPasskeys({ caller: ada.caller })).map((passkey) => passkey.id)).toEqual([again.id]);
  });

  it('let nobody in who is disabled', async () => {
    await add('c1');
    await world.updatePerson({ personId: ada.person.id, change: { status: 'disabled' }, caller: ada.caller });
    const refused = world.signInByPasskey(await signIn('c1'));
    await expect(refused).rejects.toMatchObject({ code: 'identity.person_disabled' });
  });
});
