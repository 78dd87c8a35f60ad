import type { Handler } from '@guildhall/kernel';
import { badPageToken } from '../../domain/refusals.ts';
import type { AuditEntry, AuditQuery, AuditSource } from '../ports.ts';

/** `subjectId`, `action` and `pageToken` may be empty; a `pageSize` of 0 is the usual one. */
export type ListAudits = Readonly<{ subjectId: string; action: string; pageSize: number; pageToken: string }>;
export type AuditPage = Readonly<{ audits: readonly AuditEntry[]; nextPageToken?: string }>;

const usualPageSize = 50;

/** One list, newest first, of entries that live in several places. */
export const listAuditsHandler =
  (sources: readonly AuditSource[]): Handler<ListAudits, AuditPage> =>
  async ({ subjectId, action, pageSize, pageToken }) => {
    const limit = pageSize || usualPageSize;
    const query: AuditQuery = {
      limit: limit + 1,
      ...(subjectId && { subjectId }),
      ...(action && { action }),
      ...(pageToken && { before: parseToken(pageToken) }),
    };
    const found = (await Promise.all(sources.map((source) => source(query)))).flat().sort(newestFirst);
    const audits = found.slice(0, limit);
    const last = audits.at(-1);
    return { audits, ...(found.length > limit && last && { nextPageToken: tokenOf(last) }) };
  };

const newestFirst = (a: AuditEntry, b: AuditEntry): number => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1);

const tokenOf = ({ at, id }: AuditEntry): string => `${at.getTime()}_${id}`;

function parseToken(token: string): { at: Date; id: string } {
  const [, time, id] = /^(\d{1,15})_(.+)$/.exec(token) ?? [];
  if (!time || !id) throw badPageToken();
  return { at: new Date(Number(time)), id };
}
