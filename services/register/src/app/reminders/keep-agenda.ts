import { type Clock, type Handler, isStale } from '@guildhall/kernel';
import { type Agenda, dueOf, newAgenda, planAhead, samePlan } from '../../domain/agenda.ts';
import { digestErrands, summariseDay } from '../../domain/digest.ts';
import type { Errand } from '../../domain/errand.ts';
import { type ReminderRun, startRun, worthForMs } from '../../domain/reminder.ts';
import type { Site } from '../../domain/site.ts';
import type { VisitRepository } from '../ports.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';
import type { Agendas, ReminderRuns } from './ports.ts';
import { begin } from './run-reminders.ts';

type Deps = Readonly<{
  agendas: Agendas;
  runs: ReminderRuns;
  visits: VisitRepository;
  sites: SiteCatalogue;
  clock: Clock;
  /** Hears of a run that came too late: nobody is asked. */
  missed: (run: ReminderRun) => void;
}>;

/** Does what is due at the site with this id, and plans what comes next by the settings of now. */
export const keepAgendaHandler =
  (deps: Deps): Handler<string> =>
  async (siteId) => {
    const site = await deps.sites.get(siteId);
    const agenda = (await deps.agendas.find(siteId)) ?? newAgenda(siteId);
    const now = deps.clock.now();
    await startReminders(deps, agenda, now);
    const errands = await digestOf(deps, site, agenda, now);
    const next = planAhead(agenda, site, now);
    if (agenda.version > 0 && samePlan(agenda, next)) return;
    await deps.agendas.save(next, errands).catch((error: unknown) => {
      // Another process did the same a moment ago.
      if (!isStale(error)) throw error;
    });
  };

async function startReminders({ runs, missed }: Deps, agenda: Agenda, now: Date): Promise<void> {
  const { reminder } = dueOf(agenda, now);
  if (!reminder) return;
  const run = startRun(agenda.id, reminder, now);
  if (run.missed) missed(run);
  await begin({ runs }, run);
}

async function digestOf({ visits }: Deps, site: Site, agenda: Agenda, now: Date): Promise<readonly Errand[]> {
  const { digest } = dueOf(agenda, now);
  if (!digest || now.getTime() - digest.at.getTime() > worthForMs) return [];
  return digestErrands(site, digest.date, summariseDay(await visits.ofDay(site.id, digest.date), now), now);
}
