import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { forSlack, forSms, oneLine } from './escaping.ts';

const text = fc.string({ unit: 'binary' });

describe('a value on its way into a message', () => {
  it('stays on its line', () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(oneLine(value)).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
      }),
    );
  });

  it('cannot turn the direction of what follows it', () => {
    expect(oneLine('Ada\u202Egnihtyreve\u2066')).toBe('Ada gnihtyreve');
  });

  it('keeps names of any script', () => {
    expect(['Zoë', 'Łukasz Żółć', '李小龍', 'שָׂרָה', '👩🏽‍🚀'].map(oneLine)).toEqual([
      'Zoë',
      'Łukasz Żółć',
      '李小龍',
      'שָׂרָה',
      '👩🏽‍🚀',
    ]);
  });

  it('is plain text to Slack, and reads as it was written', () => {
    const shown = (escaped: string) =>
      escaped.replace(/&(lt|gt|amp);/g, (_, name: string) => ({ lt: '<', gt: '>', amp: '&' })[name] ?? '');
    fc.assert(
      fc.property(text, (value) => {
        expect(forSlack(value)).not.toMatch(/[<>]|&(?!(amp|lt|gt);)/);
        expect(shown(forSlack(value))).toBe(value);
      }),
    );
  });

  it('does not cost double in a text message for the sake of a curly quote', () => {
    expect(forSms('It’s “Ada” – here…')).toBe('It\'s "Ada" - here...');
  });
});
