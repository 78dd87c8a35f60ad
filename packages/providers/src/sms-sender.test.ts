import fc from 'fast-check';
import { expect, it } from 'vitest';
import { senderFor } from './sms-sender.ts';

const number = fc.integer({ min: 1_000_000, max: 999_999_999 }).map((n) => `+44${n}`);
const five = ['+1', '+2', '+3', '+4', '+5'] as const;

it('is always the same for one recipient, in whatever order the numbers are listed', () => {
  fc.assert(
    fc.property(number, (to) => {
      expect(senderFor(['+5', '+3', '+1', '+2', '+4'], to)).toBe(senderFor(five, to));
    }),
  );
});

it('changes for nobody but those whose number is taken away', () => {
  fc.assert(
    fc.property(number, (to) => {
      const [before, after] = [senderFor(five, to), senderFor(['+1', '+2', '+3', '+4'], to)];
      expect(after === before || before === '+5').toBe(true);
    }),
  );
});

it('spreads recipients over all numbers', () => {
  const used = Array.from({ length: 1_000 }, (_, n) => senderFor(five, `+4477009${String(n).padStart(5, '0')}`));

  for (const sender of five) expect(used.filter((one) => one === sender).length).toBeGreaterThan(120);
});
