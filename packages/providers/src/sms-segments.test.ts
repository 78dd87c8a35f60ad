import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smsSegments } from './sms-segments.ts';

const gsm = (segments: number) => ({ encoding: 'gsm-7', segments });
const ucs = (segments: number) => ({ encoding: 'ucs-2', segments });

describe('the segments of a text message', () => {
  it.each([
    ['', gsm(1)],
    ['a'.repeat(160), gsm(1)],
    ['a'.repeat(161), gsm(2)],
    ['a'.repeat(306), gsm(2)],
    ['a'.repeat(307), gsm(3)],
    ['€'.repeat(80), gsm(1)],
    ['€'.repeat(81), gsm(2)],
    // 76 of two units fill 152 of 153: none is cut in the middle.
    ['€'.repeat(153), gsm(3)],
    ['àéèìòù£¥ÄÖÑÜ§¿äöñüß', gsm(1)],
    ['ç', ucs(1)],
    ['ê', ucs(1)],
    ['ê'.repeat(70), ucs(1)],
    ['ê'.repeat(71), ucs(2)],
    ['ê'.repeat(134), ucs(2)],
    ['ê'.repeat(135), ucs(3)],
    ['🙂'.repeat(35), ucs(1)],
    ['🙂'.repeat(36), ucs(2)],
    // 33 of two units fill 66 of 67.
    ['🙂'.repeat(67), ucs(3)],
    ['’', ucs(1)],
  ])('are counted for %j', (text, expected) => {
    expect(smsSegments(text)).toEqual(expected);
  });

  it('never become fewer when something is added', () => {
    const some = fc.string({ unit: fc.constantFrom('a', '€', 'ê', '🙂'), maxLength: 300 });
    fc.assert(
      fc.property(some, some, (a, b) => {
        expect(smsSegments(a + b).segments).toBeGreaterThanOrEqual(smsSegments(a).segments);
      }),
    );
  });
});
