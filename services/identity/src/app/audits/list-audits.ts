import type { Handler } from '@guildhall/kernel';
import { refusals } from '../../domain/refusals.ts';
import type { AuditPosition, AuditQuery, AuditTrail, KeptAudit } from '../record-ports.ts';

/** Texts may be empty; a `pageSize` of 0 is the usual one. `from` counts, `to` does not. */
export type ListAudits = Readonly<{
  subjectId: string;
  actorId: string;
  action: string;
  from?: Date;
  to?: Date;
  pageSize: number;
  pageToken: string;
}>;
export type AuditPage = Readonly<{ audits: readonly KeptAudit[]; nextPageToken?: string }>;

const usualPageSize = 50;

/** Who did what, the newest first. Throws `identity.bad_page_token`. */
export const listAuditsHandler =
  ({ auditTrail }: Readonly<{ auditTrail: AuditTrail }>): Handler<ListAudits, AuditPage> =>
  async ({ pageSize, ...asked }) => {
    const limit = pageSize || usualPageSize;
    const found = await auditTrail.list(queryOf(asked, limit + 1));
    const audits = found.slice(0, limit);
    const last = audits.at(-1);
    return { audits, ...(found.length > limit && last && { nextPageToken: tokenOf(last) }) };
  };

function queryOf({ subjectId, actorId, action, from, to, pageToken }: Omit<ListAudits, 'pageSize'>, limit: number) {
  // Before every entry of that moment: no id is smaller than the empty one.
  const before = pageToken ? positionOf(pageToken) : to && { at: to, id: '' };
  const query: AuditQuery = {
    limit,
    ...(subjectId && { subjectId }),
    ...(actorId && { actorId }),
    ...(action && { action }),
    ...(from && { from }),
    ...(before && { before }),
  };
  return query;
}

const tokenOf = ({ id, entry }: KeptAudit): string => `${entry.at.getTime()}_${id}`;

function positionOf(token: string): AuditPosition {
  const [, time, id] = /^(\d{1,15})_(.+)$/.exec(token) ?? [];
  if (!time || !id) throw refusals.badPageToken();
  return { at: new Date(Number(time)), id };
}
