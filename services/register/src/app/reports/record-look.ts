import type { Clock, NewId } from '@guildhall/kernel';
import { isShortLived } from '../../domain/retention/audit-life.ts';
import type { Mover } from '../../domain/visit.ts';
import type { AuditAction, AuditTrail } from '../ports.ts';

export type Look = Readonly<{ action: AuditAction; siteId: string; by: Mover; subjectId?: string }>;
export type RecordLook = (look: Look) => Promise<void>;

const minuteMs = 60_000;

type Deps = Readonly<{ audits: AuditTrail; newId: NewId; clock: Clock }>;

/** Records who did what: mere looks once for each viewer, site and minute. */
export const recordLook =
  ({ audits, newId, clock }: Deps): RecordLook =>
  async ({ action, siteId, by, subjectId = '' }) => {
    const at = clock.now();
    const { personId: actorId, via, ip, userAgent } = by;
    const once = `${action}-${actorId}-${siteId}-${Math.floor(at.getTime() / minuteMs)}`;
    const id = isShortLived(action) ? once : newId();
    await audits.record({ id, at, action, actorId, subjectId, siteId, via, ip, userAgent });
  };
