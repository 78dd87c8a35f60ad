import { shortLivedActions } from '../../domain/retention/audit-life.ts';
import type { auditModel } from './audit.repository.ts';

/** Takes a person out of the audit entries: what was looked at goes, what was done stays as done by somebody. */
export const auditEraser =
  (audits: ReturnType<typeof auditModel>) =>
  async (personId: string): Promise<void> => {
    const looks: Record<string, unknown> = { actorId: personId, action: { $in: [...shortLivedActions] } };
    await audits.deleteMany(looks);
    await audits.updateMany({ actorId: personId }, { $set: { actorId: '', ip: '', userAgent: '' } });
    await audits.updateMany({ subjectId: personId }, { $set: { subjectId: '' } });
  };
