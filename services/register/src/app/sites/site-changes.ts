import type { Site } from '../../domain/site.ts';
import type { AuditTrail } from '../ports.ts';

/**
 * The audit entry of a site's last change rides in the site, so that both are stored or neither; this copies it to
 * the trail. Called before the next change takes its place, after each change and at start, so none is lost.
 */
export const recordChange = (audits: AuditTrail, { id, lastChange }: Site): Promise<void> => {
  const { auditId, ...rest } = lastChange;
  return audits.record({ ...rest, id: auditId, subjectId: '', siteId: id, via: 'admin' });
};
