import type { Mover, Via } from './visit.ts';

export type AuditAction =
  | 'badge.unknown'
  | 'badge.assign'
  | 'badge.remove'
  | 'visit.in'
  | 'visit.out'
  | 'visit.rollover'
  | 'site.create'
  | 'site.update'
  | 'presence.view'
  | 'visit.correct'
  | 'incident.start'
  | 'incident.end'
  | 'incident.mark'
  | 'broadcast.send'
  | 'privacy.update'
  | 'visitor.approve'
  | 'visitor.refuse'
  | 'report.view'
  | 'report.export'
  | 'export.create'
  | 'export.update'
  | 'export.delete'
  | 'export.run'
  | 'retention.run'
  | 'person.export'
  | 'webhook.create'
  | 'webhook.update'
  | 'webhook.delete'
  | 'webhook.secret'
  | 'webhook.replay';

/** Who did what, when and from where. */
export type AuditEntry = Readonly<{
  id: string;
  at: Date;
  action: AuditAction;
  actorId: string;
  subjectId: string;
  siteId: string;
  via: Via;
  ip: string;
  userAgent: string;
}>;

type Aggregate = Readonly<{ id: string; version: number }>;

/** An entry that is stored in the same write as what it tells of. */
export type Audited = Readonly<{ type: 'audited'; of: Aggregate; entry: AuditEntry }>;

/** `of` is the aggregate as it is after the change. */
export const audited = ({ id, version }: Aggregate, entry: AuditEntry): Audited => ({
  type: 'audited',
  of: { id, version },
  entry,
});

export const isAudited = (said: Readonly<{ type: string }>): said is Audited => said.type === 'audited';

/** Who did something and from where, as entries say it. */
export const doneBy = ({ personId: actorId, via, ip, userAgent }: Mover) => ({ actorId, via, ip, userAgent });
