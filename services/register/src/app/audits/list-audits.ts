import type { Handler } from '@guildhall/kernel';
import { badPageToken } from '../../domain/refusals.ts';
import type { AuditEntry, AuditQuery, AuditSource } from '../ports.ts';

/** Texts may be empty; a `pageSize` of 0 is the usual one. `from` counts, `to` does not. */
export type ListAudits = Readonly<{
  subjectId: string;
  actorId?: string;
  siteId?: string;
  action: string;
  from?: Date;
  to?: Date;
  pageSize: number;
  pageToken: string;
}>;
export type AuditPage = Readonly<{ audits: readonly AuditEntry[]; nextPageToken?: string }>;

const usualPageSize = 50;

/** One list, newest first, of entries that live in several places. */
export const listAuditsHandler =
  (sources: readonly AuditSource[]): Handler<ListAudits, AuditPage> =>
  async ({ pageSize, ...asked }) => {
    const limit = pageSize || usualPageSize;
    const query = queryOf(asked, limit + 1);
    const found = (await Promise.all(sources.map((source) => source(query)))).flat().sort(newestFirst);
    const audits = found.slice(0, limit);
    const last = audits.at(-1);
    return { audits, ...(found.length > limit && last && { nextPageToken: tokenOf(last) }) };
  };

function queryOf(asked: Omit<ListAudits, 'pageSize'>, limit: number): AuditQuery {
  const { subjectId, actorId, siteId, action, from, to, pageToken } = asked;
  // Before every entry of that moment: no id is smaller than the empty one.
  const end = to && { at: to, id: '' };
  const before = pageToken ? parseToken(pageToken) : end;
  return {
    limit,
    ...(subjectId && { subjectId }),
    ...(actorId && { actorId }),
    ...(siteId && { siteId }),
    ...(action && { action }),
    ...(from && { from }),
    ...(before && { before }),
  };
}

const newestFirst = (a: AuditEntry, b: AuditEntry): number => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1);

const tokenOf = ({ at, id }: AuditEntry): string => `${at.getTime()}_${id}`;

function parseToken(token: string): { at: Date; id: string } {
  const [, time, id] = /^(\d{1,15})_(.+)$/.exec(token) ?? [];
  if (!time || !id) throw badPageToken();
  return { at: new Date(Number(time)), id };
}
