import { describe, expect, it } from 'vitest';
import { checkWatchEntry, watchedBy } from './watch-list.ts';

const entry = { id: 'w', siteId: 'vw', name: '', company: '', note: '', notifyPersonIds: [] };

describe('the watch list', () => {
  it.each([
    ['a name', { name: 'lukasz zolc' }, true],
    ['a company', { company: 'ACME' }, true],
    ['another name', { name: 'Lukasz' }, false],
    ['the name at another company', { name: 'Łukasz Żółć', company: 'Engines' }, false],
  ])('matches by %s', (_, given, isMatch) => {
    const visitor = { name: 'Łukasz Żółć', company: 'Acme' };
    expect(watchedBy([{ ...entry, ...given }], visitor)).toHaveLength(isMatch ? 1 : 0);
  });

  it('takes no entry that would match everybody', () => {
    expect(() => checkWatchEntry({ name: ' ', company: '' })).toThrow(
      expect.objectContaining({ code: 'register.invalid_watch_entry' }),
    );
  });
});
