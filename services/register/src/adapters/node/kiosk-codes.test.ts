import { describe, expect, it } from 'vitest';
import { kioskCodes, macOf } from './kiosk-codes.ts';

const codes = kioskCodes(Buffer.alloc(32, 1).toString('base64url'));
const kiosk = { id: 'k1', pairings: 1 };

describe('the proof that a kiosk shows', () => {
  it('is what the kiosk computes from its key', () => {
    expect(codes.isMac(kiosk, 7, macOf(codes.keyOf(kiosk), 'k1', 7))).toBe(true);
  });

  it.each([
    ['step', { ...kiosk }, 8],
    ['kiosk', { ...kiosk, id: 'k2' }, 7],
    ['pairing', { ...kiosk, pairings: 2 }, 7],
  ])('is another one for another %s', (_, other, step) => {
    expect(codes.isMac(other, step, macOf(codes.keyOf(kiosk), 'k1', 7))).toBe(false);
  });

  it('is not made with another secret', () => {
    const foreign = kioskCodes(Buffer.alloc(32, 2).toString('base64url'));
    expect(foreign.isMac(kiosk, 7, macOf(codes.keyOf(kiosk), 'k1', 7))).toBe(false);
  });
});

describe('a pairing code', () => {
  it('has eight letters and digits that nobody mixes up', () => {
    for (let i = 0; i < 50; i++) expect(codes.newPairingCode()).toMatch(/^[A-HJ-NP-Z2-9]{8}$/);
  });

  it('is the same however it is typed', () => {
    expect(codes.hashOf('abcd-efgh')).toBe(codes.hashOf(' ABCD EFGH '));
  });
});
