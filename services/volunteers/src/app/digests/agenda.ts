import { type Clock, type Handler, isStale } from '@guildhall/kernel';
import { nextMonday, nextMonthStart } from '../../domain/calendar.ts';
import type { OrgDays } from '../../domain/org-day.ts';
import type { Agenda, Planned } from './ports.ts';

export const digestId = 'digest';
export const reviewId = 'review';

type Deps = Readonly<{
  agenda: Agenda;
  clock: Clock;
  days: OrgDays;
  timeZone: string;
  /** Each takes the day that it was planned for. */
  sendDigests: Handler<string>;
  startReview: Handler<string>;
}>;

type PlanDeps = Pick<Deps, 'agenda' | 'clock' | 'timeZone'>;

/** Plans what comes round; what is planned stays, unless the months between are others. */
export async function keepAgenda(deps: PlanDeps, everyMonths: number): Promise<void> {
  for (const [id, months] of [
    [digestId, 0],
    [reviewId, everyMonths],
  ] as const) {
    const known = await deps.agenda.find(id);
    if (known?.everyMonths === months) continue;
    const version = (known?.version ?? 0) + 1;
    await deps.agenda.save(planned(deps, { id, version, everyMonths: months })).catch((error: unknown) => {
      // Another replica has just planned the same.
      if (!isStale(error)) throw error;
    });
  }
}

function planned({ clock, timeZone }: PlanDeps, given: Omit<Planned, 'nextAt'>): Planned {
  const now = clock.now();
  if (given.id === digestId) return { ...given, nextAt: nextMonday(now, timeZone) };
  return given.everyMonths === 0 ? given : { ...given, nextAt: nextMonthStart(now, given.everyMonths, timeZone) };
}

/** Does what was planned, and plans the next. */
export const agendaDueHandler =
  (deps: Deps): Handler<string> =>
  async (id) => {
    const known = await deps.agenda.find(id);
    if (!known?.nextAt || known.nextAt > deps.clock.now()) return;
    const { nextAt, version, everyMonths } = known;
    const plan = id === digestId ? deps.sendDigests : deps.startReview;
    await plan(deps.days.dayOf(nextAt));
    await deps.agenda.save(planned(deps, { id, version: version + 1, everyMonths }));
  };
