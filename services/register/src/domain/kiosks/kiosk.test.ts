import { describe, expect, it } from 'vitest';
import { checkDevice, newKiosk, offerPairing, pair, revoke, seen } from './kiosk.ts';

const at = new Date('2026-03-02T09:00:00Z');
const after = (ms: number) => new Date(at.getTime() + ms);
const about = { id: 'k', siteId: 'vw', name: 'Hall', entrance: '', kind: 'kiosk', codeHash: 'h', at } as const;
const waiting = newKiosk(about);

describe('a kiosk', () => {
  it('is paired by a code for ten minutes', () => {
    expect(pair(waiting, after(599_999))).toMatchObject({ status: 'paired', pairings: 1 });
    expect(() => pair(waiting, after(600_000))).toThrow(expect.objectContaining({ kind: 'gone' }));
  });

  it('uses the code up', () => {
    expect(() => pair(pair(waiting, at), at)).toThrow(
      expect.objectContaining({ code: 'register.pairing_code_unusable' }),
    );
  });

  it('goes on while another code waits', () => {
    expect(offerPairing(pair(waiting, at), 'h2', at)).toMatchObject({ status: 'paired', pairing: { codeHash: 'h2' } });
  });

  it('gets no further code once revoked, and cannot use the one it had', () => {
    expect(() => offerPairing(revoke(waiting), 'h2', at)).toThrow(expect.objectContaining({ kind: 'not-found' }));
    expect(revoke(waiting)).not.toHaveProperty('pairing');
  });

  it('is noted as seen once a minute', () => {
    const paired = pair(waiting, at);
    expect([seen(paired, after(59_999)), seen(paired, after(60_000))?.lastSeenAt]).toEqual([undefined, after(60_000)]);
  });

  it.each([
    ['unknown', undefined, 'register.kiosk_off'],
    ['not paired', waiting, 'register.kiosk_off'],
    ['revoked', revoke(pair(waiting, at)), 'register.kiosk_off'],
    ['a door', pair(newKiosk({ ...about, kind: 'door' }), at), 'register.kiosk_is_door'],
  ])('is refused when %s', (_, kiosk, code) => {
    expect(() => checkDevice(kiosk, ['kiosk'])).toThrow(expect.objectContaining({ code }));
  });
});
