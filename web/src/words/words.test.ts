import { describe, expect, it, vi } from 'vitest';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { loadWords, preferredLanguage, rememberLanguage } from './words.ts';

const spoken = (languages: string[]) => vi.stubGlobal('navigator', { languages });

/** Every sentence by its path, with numbers and names put in. */
function sentences(words: object, path = ''): [string, string][] {
  return Object.entries(words).flatMap(([name, value]: [string, unknown]): [string, string][] => {
    const here = `${path}.${name}`;
    if (typeof value === 'string') return [[here, value]];
    if (typeof value === 'function') return [1, 2].map((count) => [`${here}(${count})`, String(value(count, count))]);
    return sentences(value as object, here);
  });
}

describe('the words', () => {
  it('are the same ones in both languages', () => {
    expect(sentences(fr).map(([path]) => path)).toEqual(sentences(en).map(([path]) => path));
  });

  it.each([
    ['English', en],
    ['French', fr],
  ])('are never empty in %s', (_language, words) => {
    expect(sentences(words).filter(([, sentence]) => sentence.trim() === '')).toEqual([]);
  });

  it('know one from many', () => {
    expect([en.presence.inside(0), en.presence.inside(1), en.presence.inside(2)]).toEqual([
      '0 people inside',
      '1 person inside',
      '2 people inside',
    ]);
    expect([fr.presence.inside(0), fr.presence.inside(2)]).toEqual([
      '0 personne à l’intérieur',
      '2 personnes à l’intérieur',
    ]);
  });

  it('are loaded in the language that is wanted', async () => {
    expect((await loadWords('fr')).status.signIn).toBe(fr.status.signIn);
    expect((await loadWords('en')).status.signIn).toBe(en.status.signIn);
  });
});

describe('the language', () => {
  it('is the first of the browser’s that we speak', () => {
    spoken(['de-DE', 'fr-BE', 'en-GB']);

    expect(preferredLanguage()).toBe('fr');
  });

  it('is English where we speak none of them', () => {
    spoken(['de-DE']);

    expect(preferredLanguage()).toBe('en');
  });

  it('stays the one that was chosen on this device', () => {
    spoken(['fr-FR']);
    rememberLanguage('en');

    expect(preferredLanguage()).toBe('en');
  });
});
