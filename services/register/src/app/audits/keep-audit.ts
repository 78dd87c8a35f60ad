import type { Handler } from '@guildhall/kernel';
import type { AuditEntry } from '../../domain/audit.ts';
import type { AuditTrail, People } from '../ports.ts';

type Deps = Readonly<{ people: Pick<People, 'findMany'>; audits: AuditTrail }>;

/** Takes an entry into the list of all. One that arrives after a person of it was erased tells of them no more. */
export const keepAuditHandler =
  ({ people, audits }: Deps): Handler<AuditEntry> =>
  async (entry) => {
    const known = await people.findMany([entry.actorId, entry.subjectId].filter(Boolean));
    const gone = new Set(known.filter(isForgotten).map(({ id }) => id));
    const nobody = gone.has(entry.actorId) ? { actorId: '', ip: '', userAgent: '' } : {};
    await audits.record({ ...entry, ...nobody, ...(gone.has(entry.subjectId) && { subjectId: '' }) });
  };

/** Nothing that identity says is newer than this. */
const isForgotten = ({ version }: Readonly<{ version: number }>): boolean => version === Number.MAX_SAFE_INTEGER;
