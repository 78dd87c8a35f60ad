import { describe, expect, it } from 'vitest';
import type { AuditEntry } from '../../domain/audit.ts';
import { inMemoryTrail } from '../world.testing.ts';
import { listAuditsHandler } from './list-audits.ts';

const everything = { subjectId: '', actorId: '', action: '', pageSize: 0, pageToken: '' };
const minute = (n: number): Date => new Date(Date.UTC(2026, 2, 2, 9, n));
const entry = (n: number, more: Partial<AuditEntry> = {}): AuditEntry => ({
  at: minute(n),
  action: 'login',
  subjectId: 'ada',
  via: 'web',
  ip: '192.0.2.7',
  userAgent: 'Firefox',
  ...more,
});

const said = [
  entry(1),
  entry(2, { actorId: 'root', action: 'person.roles_changed' }),
  entry(2, { subjectId: 'bob' }),
  entry(3, { subjectId: 'bob', action: 'login.refused' }),
];
const list = listAuditsHandler({ auditTrail: inMemoryTrail(said) });
const actions = async (asked: Partial<Parameters<typeof list>[0]>) =>
  (await list({ ...everything, ...asked })).audits.map((one) => `${one.entry.subjectId} ${one.entry.action}`);

describe('the list of audit entries', () => {
  it('has the newest first', async () => {
    expect((await actions({}))[0]).toBe('bob login.refused');
  });

  it.each([
    [{ subjectId: 'bob', action: 'login' }, ['bob login']],
    [{ actorId: 'root' }, ['ada person.roles_changed']],
    [{ from: minute(3) }, ['bob login.refused']],
    [{ to: minute(2) }, ['ada login']],
  ])('finds those asked for: %o', async (asked, expected) => {
    expect(await actions(asked)).toEqual(expected);
  });

  it('comes in pages that miss nothing and repeat nothing', async () => {
    const seen: string[] = [];
    for (let pageToken: string | undefined = ''; pageToken !== undefined;) {
      const page = await list({ ...everything, pageSize: 1, pageToken });
      seen.push(...page.audits.map(({ id }) => id));
      pageToken = page.nextPageToken;
    }
    expect(seen).toHaveLength(said.length);
    expect(new Set(seen).size).toBe(said.length);
  });

  it('refuses a page that was not given out here', async () => {
    await expect(actions({ pageToken: 'x' })).rejects.toMatchObject({ code: 'identity.bad_page_token' });
  });
});
