import { describe, expect, it } from 'vitest';
import type { AuditEntry, AuditSource } from '../ports.ts';
import { listAuditsHandler } from './list-audits.ts';

const entry = (id: string, minute: number): AuditEntry => ({
  id,
  at: new Date(Date.UTC(2026, 2, 2, 9, minute)),
  action: 'visit.in',
  actorId: 'ada',
  subjectId: 'ada',
  siteId: 'vw',
  via: 'web',
  ip: '',
  userAgent: '',
});

const sourceOf =
  (...entries: AuditEntry[]): AuditSource =>
  async ({ before, limit }) =>
    entries
      .filter(({ at, id }) => !before || at < before.at || (at.getTime() === before.at.getTime() && id < before.id))
      .sort((a, b) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1))
      .slice(0, limit);

const all = { subjectId: '', action: '', pageSize: 0, pageToken: '' };

describe('the list of audit entries', () => {
  it('is one list, newest first, wherever the entries live', async () => {
    const list = listAuditsHandler([sourceOf(entry('a', 1), entry('c', 3)), sourceOf(entry('b', 2))]);
    const { audits } = await list(all);
    expect(audits.map(({ id }) => id)).toEqual(['c', 'b', 'a']);
  });

  it('comes in pages that neither skip nor repeat, even at equal times', async () => {
    const list = listAuditsHandler([
      sourceOf(entry('a', 1), entry('b', 1), entry('e', 2)),
      sourceOf(entry('c', 1), entry('d', 1)),
    ]);
    const pages: string[][] = [];
    let pageToken: string | undefined = '';
    while (pageToken !== undefined) {
      const page = await list({ ...all, pageSize: 2, pageToken });
      pages.push(page.audits.map(({ id }) => id));
      pageToken = page.nextPageToken;
    }
    expect(pages).toEqual([['e', 'd'], ['c', 'b'], ['a']]);
  });

  it('says nothing of a next page where there is none', async () => {
    const list = listAuditsHandler([sourceOf(entry('a', 1), entry('b', 2))]);
    expect(await list({ ...all, pageSize: 2 })).not.toHaveProperty('nextPageToken');
  });

  it.each(['x', '12', '_a', 'NaN_a'])('refuses the page token %s', async (pageToken) => {
    await expect(listAuditsHandler([])({ ...all, pageToken })).rejects.toMatchObject({
      code: 'register.bad_page_token',
    });
  });

  it('hands the filters on', async () => {
    const queries: unknown[] = [];
    const source: AuditSource = async (query) => (queries.push(query), []);
    await listAuditsHandler([source])({ ...all, subjectId: 'ada', action: 'visit.out' });
    expect(queries).toEqual([{ limit: 51, subjectId: 'ada', action: 'visit.out' }]);
  });
});
