import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anOrder } from '../../domain/testing.ts';
import { linksIn, tagsIn } from './markup.testing.ts';
import { all, type As, casesOf, type Case, templatesOf } from './testing.ts';

const { render } = templatesOf();

// What somebody might be called, or write into a note, who means ill.
const ATTACKS = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '{{organisation}} {{{unsubscribeUrl}}} %%body%%',
  '$& $1 $`',
  '\r\nBcc: eve@example.org\r\n\r\n<b>',
  '<!channel> <!here> <@U024BE7LH> <#C024BE7LR> <https://evil.example|your bank>',
  '@channel @here #general',
  '&lt;b&gt; &#x3C;b&#x3E; &amp;',
  '","type":"header"}]}',
  '*bold* _it_ `code` ~gone~',
  '\u202Egnp.exe \u2066\u061C\u200F\u0000\u0007\u001b[31m\u2028\u2029',
  'javascript:alert(1)',
];

const HIDDEN = /[\p{Cc}\u061C\u2028\u2029\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;

// Nothing at all is what conditions are about.
const isSomething = (value: string): boolean => value.replaceAll(new RegExp(HIDDEN, 'gu'), '').trim() !== '';

const attack = fc
  .oneof({ weight: 3, arbitrary: fc.constantFrom(...ATTACKS) }, fc.string({ unit: 'binary', maxLength: 60 }))
  .filter(isSomething);

const lists = (template: string): readonly string[] =>
  Object.values(all[template]?.channels ?? {}).flatMap(({ lists: names }) => names);

/** The message with each of its words replaced; addresses come from us, and flags decide what is said. */
function attacked({ template, channel, locale, variables }: Case, value: string) {
  const bad = Object.entries(variables).map(([name, given]) => {
    if (given === '' || given === 'yes' || /^https?:/.test(given)) return [name, given];
    return [name, lists(template).includes(name) ? JSON.stringify([value, value]) : value];
  });
  return render(anOrder({ template, channel, locale, variables: Object.fromEntries(bad) as Record<string, string> }));
}

const few = { numRuns: ATTACKS.length + 5, examples: ATTACKS.map((one): [string] => [one]) };

const stringsIn = (value: unknown): readonly string[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [String(value)];

/** A shape without its words. */
const shapeOf = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, key === 'type' ? part : shapeOf(part)]));
};

describe('whatever a value holds', () => {
  it.each(casesOf('email'))('$template in $locale ($sample) keeps its page and its links', (one) => {
    const clean = attacked(one, 'x') as As<'email'>;
    fc.assert(
      fc.property(attack, (value) => {
        const { subject, html, text } = attacked(one, value) as As<'email'>;
        expect(tagsIn(html)).toEqual(tagsIn(clean.html));
        expect(linksIn(html)).toEqual(linksIn(clean.html));
        expect(subject).not.toMatch(HIDDEN);
        expect(text.replaceAll('\n', '')).not.toMatch(HIDDEN);
        // No line of the text is made by a value.
        expect(text.split('\n').length).toBe(clean.text.split('\n').length);
      }),
      few,
    );
  });

  it.each([...casesOf('sms'), ...casesOf('push'), ...casesOf('inbox')])(
    '$template by $channel in $locale ($sample) stays on its lines',
    (one) => {
      fc.assert(
        fc.property(attack, (value) => {
          const content = attacked(one, value);
          for (const said of stringsIn(content)) expect(said).not.toMatch(HIDDEN);
          expect('link' in content ? content.link : '/').toMatch(/^(https:\/)?\//);
        }),
        few,
      );
    },
  );

  it.each(casesOf('slack'))('$template in Slack in $locale ($sample) calls nobody, and keeps its layout', (one) => {
    const clean = attacked(one, 'x') as As<'slack'>;
    fc.assert(
      fc.property(attack, (value) => {
        const { text, blocks = [] } = attacked(one, value) as As<'slack'>;
        for (const said of [text, ...stringsIn(blocks)]) {
          expect(said).not.toMatch(/<[^>]*>|<[!@#]/);
          expect(said.replaceAll('\n', '')).not.toMatch(HIDDEN);
        }
        expect(shapeOf(blocks)).toEqual(shapeOf(clean.blocks));
      }),
      few,
    );
  });
});
