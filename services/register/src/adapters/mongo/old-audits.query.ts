import type { AuditLife, OldAudits } from '../../app/retention/ports.ts';
import { shortLivedActions } from '../../domain/retention/audit-life.ts';
import type { auditModel } from './audit.repository.ts';

/** By the index of the time. */
export function oldAudits(audits: ReturnType<typeof auditModel>): OldAudits {
  const where = (siteId: string, at: Date, life: AuditLife): Record<string, unknown> => ({
    at: { $lt: at },
    siteId: { $in: [siteId, ''] },
    action: life === 'short' ? { $in: [...shortLivedActions] } : { $nin: [...shortLivedActions] },
  });
  return {
    countBefore: (siteId, at, life) => audits.countDocuments(where(siteId, at, life)),
    removeBefore: async (siteId, at, life) => (await audits.deleteMany(where(siteId, at, life))).deletedCount,
  };
}
