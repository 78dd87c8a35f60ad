import type { Volunteer } from './volunteer.ts';

/** Somebody did something: who, to what, what it was before and is now, and why. */
export type AuditEntry = Readonly<{
  at: Date;
  /** Such as "volunteer.updated". */
  action: string;
  /** The volunteer's own id, or that of the link, role or channel. */
  subjectId: string;
  /** Empty for the platform itself. */
  actorId: string;
  actorName: string;
  via: string;
  ip: string;
  userAgent: string;
  /** The role, channel or field that it is about. */
  subject: string;
  before: string;
  after: string;
  reason: string;
}>;

/** An entry that is stored with the change that it tells of. */
export type Audited = Readonly<{
  type: 'audited';
  of: Readonly<{ id: string; version: number }>;
  entry: AuditEntry;
}>;

/** An entry about what the platform did itself. */
export const byItself = (
  of: Pick<Volunteer, 'id' | 'version'>,
  at: Date,
  what: Pick<AuditEntry, 'action' | 'subject' | 'reason'>,
): Audited => ({
  type: 'audited',
  of,
  entry: {
    at,
    subjectId: of.id,
    actorId: '',
    actorName: '',
    via: 'system',
    ip: '',
    userAgent: '',
    before: '',
    after: '',
    ...what,
  },
});
