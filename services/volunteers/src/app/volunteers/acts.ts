import type { AuditEntry, Audited } from '../../domain/audit.ts';
import type { Caller } from '../ports.ts';

export type Act = Pick<AuditEntry, 'action'> & Partial<Pick<AuditEntry, 'subject' | 'before' | 'after' | 'reason'>>;

/** An entry about what a caller did, to be stored with the change of what it is about. */
export const auditedAct = (
  of: Readonly<{ id: string; version: number }>,
  at: Date,
  { principal, ip, userAgent }: Caller,
  act: Act,
): Audited => ({
  type: 'audited',
  of,
  entry: {
    at,
    subjectId: of.id,
    actorId: principal.personId,
    actorName: principal.displayName,
    via: principal.kind,
    ip,
    userAgent,
    subject: '',
    before: '',
    after: '',
    reason: '',
    ...act,
  },
});

/** Enough of an address to recognise it by. */
export const maskedEmail = (email: string): string => email.replace(/^(.).*(@.*)$/, '$1…$2');
