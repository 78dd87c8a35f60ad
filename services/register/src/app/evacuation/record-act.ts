import type { Incident } from '../../domain/evacuation/incident.ts';
import type { AuditTrail } from '../ports.ts';
import type { Asker } from './access.ts';

/** Leaves an audit entry; the same act leaves one, however often it is recorded. */
export const recordAct = (
  audits: AuditTrail,
  action: 'incident.start' | 'incident.end',
  { id, siteId }: Incident,
  { personId, via, ip, userAgent }: Asker,
  at: Date,
): Promise<void> =>
  audits.record({ id: `${action}-${id}`, at, action, actorId: personId, subjectId: '', siteId, via, ip, userAgent });
