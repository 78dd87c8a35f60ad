import { type TestClock, testClock } from '@guildhall/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { callerOf, lastCode } from '../testing.ts';
import { arrive, type InMemoryWorld, inMemoryWorld } from '../world.testing.ts';
import type { Proof } from './reauthenticate.ts';

const needed = { kind: 'forbidden', code: 'identity.reauthentication_required' };
let clock: TestClock;
let world: InMemoryWorld;
let ada: Awaited<ReturnType<typeof arrive>>;
beforeEach(async () => {
  clock = testClock('2026-03-02T08:55:00Z');
  world = inMemoryWorld(clock);
  ada = await arrive(world, 'Ada');
  clock.advance(3_600_000);
});

const isFresh = (caller = ada.caller) => world.assertFresh(caller);
const prove = (proof: Proof, caller = ada.caller) => world.reauthenticate({ proof, caller });
const code = async (caller = ada.caller): Promise<Proof> => {
  const { id } = await world.startReauthentication({ caller });
  return { kind: 'code', challengeId: id, code: lastCode(world) };
};

describe('proving again who one is', () => {
  it('by a code opens for a quarter of an hour what asks for it', async () => {
    await expect(isFresh()).rejects.toMatchObject({ ...needed, details: { how: '/api/auth/reauthenticate' } });
    expect(await prove(await code())).toEqual(new Date('2026-03-02T10:10:00Z'));
    await expect(isFresh()).resolves.toBeUndefined();
    clock.advance(900_001);
    await expect(isFresh()).rejects.toMatchObject(needed);
  });

  it('by the password, and by no other', async () => {
    const wrong = prove({ kind: 'password', password: 'wrong' });
    await expect(wrong).rejects.toMatchObject({ code: 'identity.wrong_proof' });
    await prove({ kind: 'password', password: 'correct horse' });
    await expect(isFresh()).resolves.toBeUndefined();
  });

  it('by a passkey of one’s own', async () => {
    const bob = await arrive(world, 'Bob');
    const { ceremonyId, options } = await world.startPasskeyRegistration({ caller: bob.caller });
    const made = { id: 'c1', rawId: options.challenge, type: 'public-key', response: {} };
    await world.createPasskey({ ceremonyId, credential: made, label: '', caller: bob.caller });
    clock.advance(60_000);
    const sign = async (): Promise<Proof> => {
      clock.advance(1);
      const { ceremonyId: id, options: asked } = await world.startPasskeySignIn();
      return { kind: 'passkey', ceremonyId: id, credential: { ...made, rawId: asked.challenge } };
    };
    await expect(prove(await sign())).rejects.toMatchObject({ code: 'identity.wrong_proof' });
    await expect(prove(await sign(), bob.caller)).resolves.toBeInstanceOf(Date);
  });

  it('by a code of one’s own that was asked for for this', async () => {
    const bob = await arrive(world, 'Bob');
    clock.advance(60_000);
    const proof = await code(bob.caller);
    await expect(prove(proof)).rejects.toMatchObject({ code: 'identity.challenge_not_found' });
  });

  it('goes to the contact that is preferred', async () => {
    const { id } = await world.addContact({ method: 'sms', value: '+447700900123', caller: ada.caller });
    const { contacts } = await world.verifyContact({ challengeId: id, code: lastCode(world), caller: ada.caller });
    await world.updateMe({ change: { preferredContactId: contacts[1]?.id ?? '' }, caller: ada.caller });
    clock.advance(60_000);
    await code();
    expect(world.facts.at(-1)).toMatchObject({ contact: { method: 'sms' } });
  });

  it('is nothing that a token can do', async () => {
    const caller = { ...ada.caller, principal: { ...ada.caller.principal, kind: 'token' as const } };
    await expect(prove({ kind: 'password', password: 'correct horse' }, caller)).rejects.toMatchObject(needed);
  });

  it('is asked of who came in by an address that signs in, however lately', async () => {
    const { token } = await world.createAccessToken({ caller: ada.caller });
    await world.redeemAccessToken({ token, caller: ada.caller });
    const session = (await world.sessions.ofPerson(ada.person.id)).at(-1);
    const caller = callerOf(ada.person.id, session?.id);
    await expect(isFresh(caller)).rejects.toMatchObject(needed);
    clock.advance(1);
    await prove({ kind: 'password', password: 'correct horse' }, caller);
    await expect(isFresh(caller)).resolves.toBeUndefined();
  });
});
