import { type Handler, isStale, retryStale } from '@guildhall/kernel';
import { unknownReminder } from '../../domain/refusals.ts';
import { type ReminderRun, type ReminderSend, runIdOf, startRun } from '../../domain/reminder.ts';
import { isReminderTemplate, type Occurrence, reminderTemplates } from '../../domain/schedule.ts';
import type { siteDay } from '../../domain/site-day.ts';
import type { Visit } from '../../domain/visit.ts';
import { type AskDeps, targetsOf } from './ask-run.ts';

/** `template` may be empty: `reminder`. A dry run only says whom it would ask. */
export type RunReminders = Readonly<{ siteId: string; template: string; dryRun: boolean }>;
/** The run with what became of each person; of a dry run, the visits of those who would be asked. */
export type RunReport = Readonly<{ run: ReminderRun; sends: readonly ReminderSend[]; targets: readonly Visit[] }>;

type Deps = AskDeps & Readonly<{ askRun: Handler<string, ReminderRun>; dayAt: typeof siteDay }>;

/** By hand. It is the run of the day: who was asked by it already is not asked again. */
export const runRemindersHandler =
  (deps: Deps): Handler<RunReminders, RunReport> =>
  async ({ siteId, template: given, dryRun }) => {
    const template = given || 'reminder';
    if (!isReminderTemplate(template)) throw unknownReminder(reminderTemplates);
    const site = await deps.sites.get(siteId);
    const at = deps.clock.now();
    const occurrence: Occurrence = { template, date: deps.dayAt(site, at).date, call: 1, at };
    const known = await deps.runs.find(runIdOf(siteId, occurrence));
    const run = known ?? startRun(siteId, occurrence, at);
    if (dryRun) return { run, sends: await deps.sends.of(run.id), targets: await targetsOf(deps, run) };
    if (!known) await begin(deps, run);
    const asked = await retryStale(() => deps.askRun(run.id));
    return { run: asked, sends: await deps.sends.of(run.id), targets: [] };
  };

/** Another process may have begun the same run. */
export const begin = ({ runs }: Pick<Deps, 'runs'>, run: ReminderRun): Promise<void> =>
  runs.save(run, []).catch((error: unknown) => {
    if (!isStale(error)) throw error;
  });
