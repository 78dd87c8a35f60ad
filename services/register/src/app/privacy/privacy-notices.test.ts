import { describe, expect, it } from 'vitest';
import type { PrivacyNotice } from '../../domain/privacy/privacy-notice.ts';
import { aPerson, clockAt, inMemoryAudits, stale } from '../testing.ts';
import type { PrivacyNotices } from './ports.ts';
import { getPrivacyNoticeHandler, listPrivacyNoticesHandler, setPrivacyNoticeHandler } from './privacy-notices.ts';

const by = aPerson('Alex Admin');

function anOrganisation() {
  const stored = new Map<string, PrivacyNotice>();
  const audits = inMemoryAudits();
  const clock = clockAt('2026-03-02T09:00:00Z');
  const notices: PrivacyNotices = {
    all: async () => [...stored.values()].sort((a, b) => (a.language < b.language ? -1 : 1)),
    find: async (language) => stored.get(language),
    save: async (notice, said) => {
      await Promise.resolve();
      if ((stored.get(notice.language)?.version ?? 0) !== notice.version - 1) throw stale();
      stored.set(notice.language, notice);
      await audits.sorted(said);
    },
  };
  const deps = { notices, clock };
  return {
    audits,
    clock,
    get: getPrivacyNoticeHandler(deps),
    list: listPrivacyNoticesHandler(deps),
    set: setPrivacyNoticeHandler(deps),
  };
}

describe('the privacy notice of an organisation', () => {
  it('is none at first, and then what was written last', async () => {
    const { get, set, clock } = anOrganisation();
    expect(await get('en')).toEqual({ language: '', version: 0, text: '' });
    await set({ language: 'en', text: ' We keep little. ', by });
    clock.set('2026-03-03T09:00:00Z');
    await set({ language: 'en', text: 'We keep less.', by });
    const since = new Date('2026-03-03T09:00:00Z');
    expect(await get('en-GB')).toEqual({ language: 'en', version: 2, text: 'We keep less.', since });
  });

  it('keeps what stood there before', async () => {
    const { set, list } = anOrganisation();
    for (const [language, text] of [
      ['fr', 'Peu.'],
      ['en', 'Little.'],
      ['en', 'Less.'],
    ] as const)
      await set({ language, text, by });
    expect((await list()).map(({ language, version }) => [language, version])).toEqual([
      ['en', 2],
      ['en', 1],
      ['fr', 1],
    ]);
  });

  it('is written once where two write the same at once, and leaves one audit entry', async () => {
    const { set, list, audits } = anOrganisation();
    await Promise.all([1, 2].map(() => set({ language: 'en', text: 'Little.', by })));
    expect(await list()).toHaveLength(1);
    expect([...audits.entries.values()]).toMatchObject([{ action: 'privacy.update', subjectId: 'en' }]);
  });

  it('can be taken away: pages have words of their own', async () => {
    const { get, set } = anOrganisation();
    await set({ language: 'en', text: 'Little.', by });
    await set({ language: 'en', text: '', by });
    expect(await get('en')).toMatchObject({ version: 0, text: '' });
  });
});
