import { worthForMs } from './reminder.ts';
import { nextDaily, nextReminder, type Occurrence } from './schedule.ts';
import type { Site } from './site.ts';

/** What comes next at a site by its schedules. */
export type Agenda = Readonly<{
  id: string;
  version: number;
  reminder?: Occurrence;
  digest?: Readonly<{ date: string; at: Date }>;
}>;

export const newAgenda = (siteId: string): Agenda => ({ id: siteId, version: 0 });

/** What of the agenda is due. */
export const dueOf = ({ reminder, digest }: Agenda, now: Date): Pick<Agenda, 'reminder' | 'digest'> => ({
  ...(reminder && reminder.at <= now && { reminder }),
  ...(digest && digest.at <= now && { digest }),
});

/** The agenda after what is due was done, by the settings of now. What was missed by more than an hour is passed over. */
export function planAhead(agenda: Agenda, site: Site, now: Date): Agenda {
  const due = dueOf(agenda, now);
  const after = (done: Readonly<{ at: Date }> | undefined): Date =>
    done ? new Date(Math.max(done.at.getTime(), now.getTime() - worthForMs)) : now;
  const reminder = nextReminder(site, after(due.reminder));
  const digest = site.digest && nextDaily(site, site.digest.time, after(due.digest));
  return { id: agenda.id, version: agenda.version + 1, ...(reminder && { reminder }), ...(digest && { digest }) };
}

/** When somebody has to look at it again. */
export function agendaDueAt({ reminder, digest }: Agenda): Date | undefined {
  const times = [reminder, digest].flatMap((next) => next?.at.getTime() ?? []);
  return times.length > 0 ? new Date(Math.min(...times)) : undefined;
}

export const samePlan = (a: Agenda, b: Agenda): boolean =>
  JSON.stringify([a.reminder, a.digest]) === JSON.stringify([b.reminder, b.digest]);
