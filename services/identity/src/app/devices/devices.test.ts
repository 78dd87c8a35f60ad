import { testClock } from '@guildhall/testing';
import { expect, it } from 'vitest';
import { platform } from '../caller.ts';
import { inMemoryWorld } from '../world.testing.ts';

const world = () => inMemoryWorld(testClock('2026-03-02T08:55:00Z'));
const kiosk = { id: 'k1', siteId: 'north', label: 'Front door', caller: platform };

it('a kiosk is who its token says, until it is revoked', async () => {
  const { createDevice, revokeDevice, resolveCredential, tokens, facts } = world();
  const token = await createDevice(kiosk);
  const resolve = () => resolveCredential({ kind: 'access-token', tokenHash: tokens.hash(token) });
  expect(await resolve()).toMatchObject({ device: { id: 'k1', siteId: 'north', label: 'Front door' } });
  await revokeDevice(kiosk);
  expect(await resolve()).toBeUndefined();
  await revokeDevice(kiosk);
  await revokeDevice({ ...kiosk, id: 'k2' });
  expect(facts.map(({ type }) => type)).toEqual(['device-revoked']);
});

it('a token that is made again ends the one before', async () => {
  const { createDevice, resolveCredential, tokens, facts } = world();
  const [first, second] = [await createDevice(kiosk), await createDevice({ ...kiosk, label: 'Back door' })];
  const resolve = (token: string) => resolveCredential({ kind: 'access-token', tokenHash: tokens.hash(token) });
  expect(await resolve(first)).toBeUndefined();
  expect(await resolve(second)).toMatchObject({ device: { label: 'Back door' } });
  expect(facts.map(({ type }) => type)).toEqual(['device-revoked']);
});
