import { describe, expect, it } from 'vitest';
import { elapsed, localeOf, relative } from './times.ts';

const now = '2026-03-02T12:00:00Z';

describe('how long ago', () => {
  it.each([
    ['2026-03-02T12:00:00Z', 'now'],
    ['2026-03-02T11:59:31Z', '29 seconds ago'],
    ['2026-03-02T11:59:00Z', '1 minute ago'],
    ['2026-03-02T09:00:00Z', '3 hours ago'],
    ['2026-03-01T12:00:00Z', 'yesterday'],
    ['2026-01-02T12:00:00Z', '2 months ago'],
    ['2020-03-02T12:00:00Z', '6 years ago'],
    ['2026-03-02T12:05:00Z', 'in 5 minutes'],
  ])('%s is %s', (at, words) => {
    expect(relative(at, now, 'en')).toBe(words);
  });

  it('is said in the language of the reader', () => {
    expect(relative('2026-03-02T09:00:00Z', now, 'fr')).toBe('il y a 3 heures');
  });
});

describe('the running clock', () => {
  it.each([
    ['2026-03-02T12:00:00Z', '0:00:00'],
    ['2026-03-02T11:58:51Z', '0:01:09'],
    ['2026-03-02T01:54:59Z', '10:05:01'],
    ['2026-03-02T12:00:09Z', '0:00:00'],
  ])('since %s shows %s', (since, shown) => {
    expect(elapsed(since, now)).toBe(shown);
  });
});

describe('the variety of a language', () => {
  it('is the one that the browser asks for', () => {
    expect(localeOf('en', ['fr-CA', 'en-US'])).toBe('en-US');
    expect(localeOf('fr', ['fr-CA', 'en-US'])).toBe('fr-CA');
  });

  it('is British where the browser only says English, or nothing of it', () => {
    expect(localeOf('en', ['en'])).toBe('en-GB');
    expect(localeOf('en', ['fr'])).toBe('en-GB');
  });
});
