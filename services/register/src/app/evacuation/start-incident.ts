import type { Clock, Handler, NewId } from '@guildhall/kernel';
import { type Incident, type IncidentKind, startIncident } from '../../domain/evacuation/incident.ts';
import { occupantsOf } from '../../domain/evacuation/occupant.ts';
import { noPlan } from '../../domain/evacuation/plan.ts';
import { refusals } from '../../domain/evacuation/refusals.ts';
import { isInside } from '../../domain/visit.ts';
import { hasCode } from '../failures.ts';
import type { VisitRepository } from '../ports.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';
import { type Asker, siteFor } from './access.ts';
import { actAudit } from './act-audits.ts';
import { type Board, boardOf } from './get-incident.ts';
import type { CallLog, Entries, Incidents, Plans } from './ports.ts';

/** `escalateAfterSeconds` of 0 and no `musterPoints`: as the plan of the site says. */
export type StartIncident = Readonly<{
  siteId: string;
  kind: IncidentKind;
  message: string;
  escalateAfterSeconds: number;
  musterPoints: readonly string[];
  by: Asker;
}>;

type Deps = Readonly<{
  sites: SiteCatalogue;
  visits: VisitRepository;
  incidents: Incidents;
  entries: Entries;
  calls: CallLog;
  plans: Plans;
  layOut: Handler<Incident, Incident>;
  /** Resolves when whoever sounded the alarm has waited long enough. */
  patience: () => Promise<void>;
  clock: Clock;
  newId: NewId;
}>;

/** Freezes who is inside by the store at this moment, and calls them. */
export const startIncidentHandler =
  (deps: Deps): Handler<StartIncident, Board> =>
  async ({ siteId, kind, message, escalateAfterSeconds, musterPoints, by }) => {
    const site = await siteFor(by, siteId, deps);
    const startedAt = deps.clock.now();
    const [open, known] = await Promise.all([deps.visits.openAt([siteId]), deps.plans.find(siteId)]);
    const plan = known ?? noPlan(siteId);
    const { next, facts } = startIncident(
      {
        id: deps.newId(),
        siteId,
        siteName: site.name,
        timeZone: site.timeZone,
        kind,
        message: message.trim(),
        startedAt,
        startedBy: { personId: by.personId, displayName: by.displayName },
        escalateAfterMs: (escalateAfterSeconds || plan.escalateAfterSeconds) * 1_000,
        musterPoints: musterPoints.length > 0 ? musterPoints : plan.musterPoints,
        wardenIds: [...new Set([...site.wardens, by.personId])].filter(Boolean),
      },
      occupantsOf(open.filter((visit) => isInside(visit, startedAt))),
    );
    const said = [...facts, actAudit('incident.start', next, by, startedAt)];
    await deps.incidents.save(next, said).catch((error: unknown) => refuse(error, siteId, deps.incidents));
    // It has begun, whatever happens now: what is not laid out here is laid out by whoever comes next.
    const laidOut = deps.layOut(next).catch(() => next);
    // A long list is shown as far as it goes: the rest is on its way, and the board hears of it.
    return boardOf(await Promise.race([laidOut, deps.patience().then(() => next)]), deps);
  };

/** Names the incident that is under way, so that the caller can join it. */
async function refuse(error: unknown, siteId: string, incidents: Incidents): Promise<never> {
  if (!hasCode(error, 'register.incident_open')) throw error;
  const [open] = await incidents.list({ siteId, openOnly: true, limit: 1 });
  throw refusals.incidentOpen(open?.id, error);
}
