import { describe, expect, it } from 'vitest';
import { isCurrent, parseScanCode, stepAt } from './scan-code.ts';

const mac = 'abcdefghijklmno_';
const code = { kioskId: '0k-1', step: 59_000_000, mac };
const at = (step: number) => new Date(step * 30_000);

describe('the code on a kiosk', () => {
  it.each([`0k-1.59000000.${mac}`, `https://members.example.org/k/0k-1.59000000.${mac}`, ` 0k-1.59000000.${mac}\n`])(
    'is read from %j',
    (text) => {
      expect(parseScanCode(text)).toEqual(code);
    },
  );

  it.each(['', 'https://members.example.org/', `0k-1.x.${mac}`, '0k-1.59000000.short', `0k-1.59000000.${mac}extra`])(
    'is not read from %j',
    (text) => {
      expect(parseScanCode(text)).toBeUndefined();
    },
  );

  it('counts in its half minute and in the ones beside it', () => {
    const counts = [-2, -1, 0, 1, 2].map((by) => isCurrent(code, at(code.step + by)));
    expect(counts).toEqual([false, true, true, true, false]);
  });

  it('changes every thirty seconds', () => {
    expect([stepAt(new Date(29_999)), stepAt(new Date(30_000))]).toEqual([0, 1]);
  });
});
