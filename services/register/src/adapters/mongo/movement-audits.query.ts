import type { Clock } from '@guildhall/kernel';
import type { AuditAction, AuditEntry, AuditQuery, AuditSource } from '../../app/ports.ts';
import { firstCompleteMoment, firstDateToRead } from '../../domain/audit-window.ts';
import type { Visit } from '../../domain/visit.ts';
import { toVisit, type Visits } from './visit.collection.ts';

type Kind = Readonly<{ field: 'in' | 'out' | 'rolledOver'; action: AuditAction }>;
type Deps = Readonly<{ visits: Visits; siteIds: () => readonly string[]; clock: Clock }>;

const kinds: readonly Kind[] = [
  { field: 'in', action: 'visit.in' },
  { field: 'out', action: 'visit.out' },
  { field: 'rolledOver', action: 'visit.rollover' },
];

/**
 * The audit entries that ride in the visits, one source for each kind of movement. Movements have no index by time, for
 * every sign-in would pay for it: the last days are read by the index of the days, and everything only when those do
 * not fill a page.
 */
export const movementAudits = ({ visits, siteIds, clock }: Deps): readonly AuditSource[] =>
  kinds.map((kind) => async (query) => {
    if (query.action && query.action !== kind.action) return [];
    // Whoever moves does so themselves, and nobody does what happens at the end of a day.
    if (query.actorId && kind.field === 'rolledOver') return [];
    if (query.actorId && query.subjectId && query.actorId !== query.subjectId) return [];
    const anySite = { 'state.siteId': query.siteId ?? { $in: siteIds() } };
    const personId = query.subjectId ?? query.actorId;
    if (personId) return read(visits, kind, query, { ...anySite, 'state.personId': personId });
    const from = query.before?.at ?? clock.now();
    const lastDays = { ...anySite, 'state.date': { $gte: firstDateToRead(from) } };
    const latest = await read(visits, kind, query, lastDays);
    const isComplete = latest.filter(({ at }) => at >= firstCompleteMoment(from)).length >= query.limit;
    return isComplete ? latest : read(visits, kind, query, query.siteId ? anySite : {});
  });

async function read(visits: Visits, kind: Kind, { from, before, limit }: AuditQuery, where: Record<string, unknown>) {
  const [at, id] = [`state.${kind.field}.at`, `state.${kind.field}.auditId`];
  const filter = {
    ...where,
    [at]: { $exists: true, ...(before && { $lte: before.at }), ...(from && { $gte: from }) },
    ...(before && { $or: [{ [at]: { $lt: before.at } }, { [id]: { $lt: before.id } }] }),
  };
  const found = visits.model.find(filter, { version: 1, state: 1 }).sort({ [at]: -1, [id]: -1 });
  const stored = await found.limit(limit).batchSize(limit).lean();
  return stored.map((visit) => entryOf(kind, toVisit(visit)));
}

function entryOf({ field, action }: Kind, visit: Visit): AuditEntry {
  const { personId, siteId } = visit;
  const nobody = { actorId: '', via: 'system', ip: '', userAgent: '' } as const;
  const mark = field === 'rolledOver' ? { ...nobody, ...visit.rolledOver } : { actorId: personId, ...visit[field] };
  const { auditId = '', at = visit.in.at, actorId, via = 'system', ip = '', userAgent = '' } = mark;
  return { id: auditId, at, action, actorId, subjectId: personId, siteId, via, ip, userAgent };
}
