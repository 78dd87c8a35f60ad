import { describe, expect, it } from 'vitest';
import { clock, day, figure, moment, plural } from './formats.ts';

const plain = (text: string): string => text.replaceAll(/[\u00A0\u202F]/g, ' ');

describe('a day', () => {
  it.each([
    ['en-GB', 'medium', '2 Mar 2026'],
    ['en-US', 'long', 'March 2, 2026'],
    ['fr-FR', 'long', '2 mars 2026'],
    ['fr-CA', 'full', 'lundi 2 mars 2026'],
    ['en-GB', 'nonsense', '2 March 2026'],
  ])('in %s (%s) is %s', (locale, style, written) => {
    expect(day(locale, '2026-03-02', style)).toBe(written);
  });

  it.each(['', 'soon', '2026-13-45', '2026-3-2', '<b>'])('that is none stays as it is: %j', (value) => {
    expect(day('en-GB', value)).toBe(value);
  });
});

describe('a day with its time', () => {
  it.each([
    ['en-GB', undefined, 'Monday, 2 March 2026 at 09:05'],
    ['en-US', undefined, 'Monday, March 2, 2026 at 9:05 AM'],
    ['fr-FR', undefined, 'lundi 2 mars 2026 à 09:05'],
    ['en-GB', 'short', 'Mon 2 Mar, 09:05'],
    ['en-US', 'short', 'Mon, Mar 2, 9:05 AM'],
    ['fr-FR', 'short', 'lun. 2 mars, 09:05'],
  ])('in %s (%s) is %s', (locale, style, written) => {
    for (const value of ['2026-03-02 09:05', '2026-03-02T09:05']) {
      expect(plain(moment(locale, value, style))).toBe(written);
    }
  });

  it.each(['', 'soon', '2026-03-02', '2026-13-45 09:05', '2026-03-02 25:00', '2026-03-02T09:05:00Z', '<b>'])(
    'that is none stays as it is: %j',
    (value) => {
      expect(moment('en-GB', value)).toBe(value);
    },
  );
});

describe('a time of day', () => {
  it.each([
    ['en-GB', '09:05', '09:05'],
    ['en-US', '21:05', '9:05 PM'],
    ['fr-FR', '09:05', '09:05'],
    ['fr-CA', '09:05', '09 h 05'],
    ['en-US', '09:00–10:30', '9:00 AM–10:30 AM'],
    ['en-GB', '25:99', '25:99'],
  ])('in %s: %s is %s', (locale, value, written) => {
    expect(plain(clock(locale, value))).toBe(written);
  });
});

describe('a number', () => {
  it.each([
    ['en-GB', '1204', '1,204'],
    ['fr-FR', '1204', '1 204'],
    ['de-DE', '1204.5', '1.204,5'],
    ['en-GB', 'many', 'many'],
    ['en-GB', '1e9', '1e9'],
  ])('in %s: %s is %s', (locale, value, written) => {
    expect(plain(figure(locale, value))).toBe(written);
  });

  it.each([
    ['en-GB', '0', 'people'],
    ['en-GB', '1', 'person'],
    ['en-GB', '2', 'people'],
    ['fr-FR', '0', 'person'],
    ['fr-FR', '1', 'person'],
    ['fr-FR', '1000000', 'people'],
    ['en-GB', 'many', 'people'],
  ])('in %s takes the form of its language: %s %s', (locale, count, form) => {
    expect(plural(locale, count, { one: 'person', other: 'people' })).toBe(form);
  });
});
