import { expect, it } from 'vitest';
import { signedCeremonies } from './ceremonies.ts';
import { hmacPins } from './pin-codes.ts';

const at = new Date('2026-03-02T08:55:00Z');
const after = (milliseconds: number): Date => new Date(at.getTime() + milliseconds);
const key = new Uint8Array(32).fill(1);
const ceremonies = signedCeremonies(key);

it('a ceremony is read for what, for whom and as long as it was made', () => {
  const { ceremonyId, challenge } = ceremonies.make('registration', 'p1', at);
  expect(ceremonyId.length).toBeLessThanOrEqual(64);
  expect(ceremonies.read(ceremonyId, 'registration', 'p1', after(299_999))).toMatchObject({ challenge });
  expect(ceremonies.read(ceremonyId, 'registration', 'p1', after(300_000))).toBeUndefined();
  expect(ceremonies.read(ceremonyId, 'registration', 'p2', at)).toBeUndefined();
  expect(ceremonies.read(ceremonyId, 'sign-in', 'p1', at)).toBeUndefined();
});

it('a ceremony that was changed, or made elsewhere, is none', () => {
  const { ceremonyId } = ceremonies.make('sign-in', '', at);
  const [nonce, end, mac] = ceremonyId.split('.');
  const later = (Number.parseInt(end ?? '', 36) + 1).toString(36);
  for (const changed of ['', 'x', `${nonce}.${later}.${mac}`, `x${nonce}.${end}.${mac}`, `${nonce}.${end}`]) {
    expect(ceremonies.read(changed, 'sign-in', '', at)).toBeUndefined();
  }
  expect(signedCeremonies(new Uint8Array(32)).read(ceremonyId, 'sign-in', '', at)).toBeUndefined();
});

it('a PIN is right for its owner alone, and never without one', () => {
  const pins = hmacPins(key);
  const pin = { id: 'p1', version: 1, number: '10001', pinHash: pins.hash('p1', '482913'), setAt: at };
  expect(pins.matches(pin, '482913')).toBe(true);
  expect(pins.matches(pin, '482914')).toBe(false);
  expect(pins.matches({ ...pin, id: 'p2' }, '482913')).toBe(false);
  expect(pins.matches(undefined, '482913')).toBe(false);
  expect(pin.pinHash).not.toContain('482913');
  expect(pins.makeNumber()).toMatch(/^\d{5}$/);
});
