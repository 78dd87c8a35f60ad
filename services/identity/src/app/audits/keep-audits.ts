import type { Handler } from '@guildhall/kernel';
import { redacted } from '../../domain/audit.ts';
import type { People } from '../ports.ts';
import type { AuditTrail, KeptAudit } from '../record-ports.ts';

/** `id` is the same at every delivery. */
export type KeepAudits = readonly KeptAudit[];

type Deps = Readonly<{ people: People; auditTrail: AuditTrail }>;

/** Takes entries into the list of all. Those that arrive after their person was erased tell no more than the others. */
export const keepAuditsHandler =
  ({ people, auditTrail }: Deps): Handler<KeepAudits> =>
  async (entries) => {
    const ids = entries.map(({ entry: { actorId, subjectId } }) => actorId ?? subjectId);
    const known = await people.among([...new Set(ids)]);
    const erased = new Set(known.filter(({ status }) => status === 'erased').map(({ id }) => id));
    await auditTrail.keep(entries.map(({ id, entry }) => ({ id, entry: redacted(entry, (one) => erased.has(one)) })));
  };
