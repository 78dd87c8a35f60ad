import { describe, expect, it } from 'vitest';
import { assertStrong, countFailure, forgive, lockOf, type PinTries } from './pin.ts';

const at = new Date('2026-03-02T08:55:00Z');
const after = (milliseconds: number): Date => new Date(at.getTime() + milliseconds);

describe('a PIN', () => {
  it.each(['482913', '739164820', '100200300401'])('%s is taken', (pin) => {
    expect(() => assertStrong(pin)).not.toThrow();
  });

  it.each(['12345', '1234567890123', '12a456', '111111', '123456', '987654', '890123', '121212', '123123', '112211'])(
    '%s is refused',
    (pin) => {
      expect(() => assertStrong(pin)).toThrow(expect.objectContaining({ code: 'identity.weak_pin' }));
    },
  );
});

describe('the tries of a number', () => {
  const fail = (times: number, from: Date): PinTries | undefined =>
    Array.from({ length: times }).reduce<PinTries | undefined>(
      (tries) => countFailure(tries, '10001', from),
      undefined,
    );

  it('lock it at the fifth for a quarter of an hour', () => {
    expect(lockOf(fail(4, at), at)).toBeUndefined();
    expect(lockOf(fail(5, at), after(899_999))).toEqual(after(900_000));
    expect(lockOf(fail(5, at), after(900_000))).toBeUndefined();
  });

  it('start over after a quarter of an hour without one', () => {
    expect(countFailure(fail(4, at), '10001', after(899_999)).failures).toBe(5);
    expect(countFailure(fail(4, at), '10001', after(900_000)).failures).toBe(1);
  });

  it('are forgiven once, and no more than there were', () => {
    expect(forgive(undefined, at)).toBeUndefined();
    expect(forgive(fail(2, at), at)).toMatchObject({ failures: 0, version: 3 });
    expect(forgive(forgive(fail(2, at), at), at)).toBeUndefined();
  });
});
