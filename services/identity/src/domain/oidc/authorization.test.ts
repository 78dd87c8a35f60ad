import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { begin, pathOf, useUp } from './authorization.ts';

const at = new Date('2026-10-27T15:00:00Z');
const later = (milliseconds: number): Date => new Date(at.getTime() + milliseconds);
const begun = begin({ id: 's', provider: 'google', browserHash: 'b', next: '/status?site=north#now' }, at);

describe('a sign-in on its way', () => {
  it('lasts ten minutes, the last millisecond excluded', () => {
    expect(useUp(begun, 'b', later(599_999))).toMatchObject({ usedAt: later(599_999), version: 2 });
    expect(() => useUp(begun, 'b', later(600_000))).toThrow('not valid any more');
  });

  it('is used up once, by the browser that began it', () => {
    expect(() => useUp(useUp(begun, 'b', at), 'b', at)).toThrow('not valid any more');
    expect(() => useUp(begun, 'c', at)).toThrow('not valid any more');
    expect(() => useUp(undefined, 'b', at)).toThrow('not valid any more');
  });

  it('remembers where to go', () => {
    expect(begun.next).toBe('/status?site=north#now');
  });
});

it('a path never leaves this site, however it is written', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.webUrl(),
        fc.string().map((tail) => `/${tail}`),
      ),
      (text) => {
        const { origin } = new URL(pathOf(text), 'https://members.example.org');
        expect(origin).toBe('https://members.example.org');
      },
    ),
  );
});
