import { describe, expect, it } from 'vitest';
import { aPerson } from '../../app/testing.ts';
import { noticeFor, type PrivacyNotice, rewrite } from './privacy-notice.ts';

const by = aPerson('Alex Admin');
const at = new Date('2026-03-02T09:00:00Z');

const written = (language: string, ...texts: string[]): PrivacyNotice =>
  texts.reduce<PrivacyNotice | undefined>(
    (known, text) => rewrite(language, known, text, at, by)?.next ?? known,
    undefined,
  )!;

describe('the privacy notice', () => {
  it('keeps every version', () => {
    expect(
      written('en', 'We keep little.', 'We keep less.').versions.map(({ version, text }) => [version, text]),
    ).toEqual([
      [1, 'We keep little.'],
      [2, 'We keep less.'],
    ]);
  });

  it('is not a new version where the text is the same', () => {
    expect(rewrite('en', written('en', 'We keep little.'), 'We keep little.', at, by)).toBeUndefined();
    expect(rewrite('en', undefined, '', at, by)).toBeUndefined();
  });

  it('says in the same write who changed it', () => {
    expect(rewrite('fr', undefined, 'Peu de données.', at, by)?.facts).toMatchObject([
      {
        of: { id: 'privacy-fr', version: 1 },
        entry: { action: 'privacy.update', actorId: 'alex-admin', subjectId: 'fr' },
      },
    ]);
  });
});

describe('which notice somebody reads', () => {
  const all = [written('cy', 'Ychydig.'), written('en', 'Little.'), written('fr', 'Peu.'), written('de', 'Wenig.', '')];

  it.each([
    ['fr', 'fr'],
    ['fr-CA', 'fr'],
    ['FR', 'fr'],
    ['de', 'en'],
    ['ja', 'en'],
    ['', 'en'],
  ])('for %s is the one in %s', (language, found) => {
    expect(noticeFor(all, language)?.language).toBe(found);
  });

  it('is any where there is none in English, and none where none is written', () => {
    expect(noticeFor([all[0]!], 'ja')?.language).toBe('cy');
    expect(noticeFor([], 'en')).toBeUndefined();
  });
});
