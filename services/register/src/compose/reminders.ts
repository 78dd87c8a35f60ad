import { ReminderService } from '@guildhall/contracts/register/v1/reminders';
import type { Handler } from '@guildhall/kernel';
import { type Delivery, serve } from '@guildhall/messaging';
import { aggregates, dueItems, type DueItemsOptions, type Offer, type Store } from '@guildhall/mongo';
import type { Process } from '@guildhall/runtime';
import { agendaCollection, agendaRepository, type AgendaState } from '../adapters/mongo/agenda.repository.ts';
import {
  reminderRunRepository,
  runCollection,
  runIndexes,
  type RunState,
} from '../adapters/mongo/reminder-run.repository.ts';
import {
  reminderSendRepository,
  sendCollection,
  sendIndexes,
  type SendRow,
} from '../adapters/mongo/reminder-send.repository.ts';
import { watchCollection, watchRepository, type WatchState } from '../adapters/mongo/watch.repository.ts';
import { errandMessage } from '../adapters/nats/errand.message.ts';
import { outcomesConsumer } from '../adapters/nats/outcomes.consumer.ts';
import { runMessage, watchMessage } from '../adapters/nats/reminder.messages.ts';
import { reminderService } from '../adapters/nats/reminder.service.ts';
import { type AskDeps, askRunHandler } from '../app/reminders/ask-run.ts';
import { keepAgendaHandler } from '../app/reminders/keep-agenda.ts';
import { getRunHandler, listRunsHandler } from '../app/reminders/list-runs.ts';
import { runRemindersHandler } from '../app/reminders/run-reminders.ts';
import { settleSendHandler } from '../app/reminders/settle-send.ts';
import { snoozeHandler } from '../app/reminders/snooze.ts';
import { watchSiteHandler } from '../app/sites/watch-site.ts';
import type { Presence } from '../app/visits/presence.ts';
import type { Settings } from '../config.ts';
import type { siteDay } from '../domain/site-day.ts';

/** The aggregates of reminders, and of what happens by the clock at each site. */
export const reminderCollections = (store: Store, offer: Offer) => ({
  reminderRuns: aggregates<RunState>({ store, collection: runCollection, indexes: runIndexes, offer }),
  reminderSends: aggregates<SendRow>({ store, collection: sendCollection, indexes: sendIndexes, offer }),
  siteAgendas: aggregates<AgendaState>({ store, collection: agendaCollection, offer }),
  siteWatches: aggregates<WatchState>({ store, collection: watchCollection, offer }),
});

type Collections = ReturnType<typeof reminderCollections>;

/** The ports of reminders in front of their collections. */
export const reminderRepositories = (of: Collections) => ({
  runs: reminderRunRepository({ runs: of.reminderRuns, toMessage: runMessage }),
  sends: reminderSendRepository({ sends: of.reminderSends, toMessage: errandMessage }).repository,
  agendas: agendaRepository({ agendas: of.siteAgendas, toMessage: errandMessage }),
  watches: watchRepository({ watches: of.siteWatches, toMessage: watchMessage }),
});

type Parts = Omit<AskDeps, 'runs' | 'sends'> &
  ReturnType<typeof reminderRepositories> &
  Readonly<{ presence: Presence; dayAt: typeof siteDay }>;

/** What the clock and changed settings of a site set off. */
export function siteRounds(parts: Parts, process: Process<Settings>) {
  const missed = ({ id }: Readonly<{ id: string }>): void =>
    process.log.warn({ runId: id }, 'reminders came more than an hour late and were passed over');
  return { keepAgenda: keepAgendaHandler({ ...parts, missed }), watchSite: watchSiteHandler(parts) };
}

/** Looks at a site that has just become crowded, without keeping the movement waiting; one look at a time. */
export function crowdedListener(watchSite: Handler<string>, log: Process<Settings>['log']): (siteId: string) => void {
  const looking = new Set<string>();
  return (siteId) => {
    if (looking.has(siteId)) return;
    looking.add(siteId);
    void watchSite(siteId)
      .catch((error: unknown) => log.warn({ error, siteId }, 'a crowded site could not be looked at'))
      .finally(() => looking.delete(siteId));
  };
}

/** Starts reminders, digests and the watch over cover and capacity. */
export async function composeReminders(process: Process<Settings>, of: Collections, parts: Parts): Promise<void> {
  const { bus, life, log } = process;
  const deps = { ...parts, askRun: askRunHandler(parts) };
  const handlers = {
    runReminders: runRemindersHandler(deps),
    listRuns: listRunsHandler(parts),
    getRun: getRunHandler(parts),
    snooze: snoozeHandler(parts),
  };
  const { keepAgenda, watchSite } = siteRounds(parts, process);
  const { remove } = reminderSendRepository({ sends: of.reminderSends, toMessage: errandMessage });
  await startSites(parts, keepAgenda, watchSite);
  const askRun = async (runId: string): Promise<void> => void (await deps.askRun(runId));
  await due(process, 'reminder runs', { of: of.reminderRuns, handle: askRun });
  await due(process, 'old reminders', { of: of.reminderSends, handle: remove });
  await due(process, 'site agendas', { of: of.siteAgendas, handle: keepAgenda });
  await due(process, 'site watches', { of: of.siteWatches, handle: watchSite });
  const failed = (error: unknown, { subject }: Delivery): void => log.warn({ error, subject }, 'a fact failed');
  await life.hold('outcomes', outcomesConsumer(bus, settleSendHandler(parts.sends), failed), close);
  const report = (error: unknown, method: Readonly<{ name: string }>): void =>
    log.error({ error, method: method.name }, 'a call failed');
  await life.hold('reminder calls', serve(bus, ReminderService, reminderService(handlers), { report }), close);
}

const close = (held: Readonly<{ close(): Promise<void> }>): Promise<void> => held.close();

type Due<State> = Pick<DueItemsOptions<State>, 'of' | 'handle'>;

async function due<State>({ life, log, clock }: Process<Settings>, name: string, { of, handle }: Due<State>) {
  const report = (error: unknown, id: string): void =>
    log.error({ error, id, name }, 'something due could not be done');
  const items = dueItems<State>({ of, clock, handle, report });
  await life.hold(name, items, close);
  await life.hold(`clock of ${name}`, clock.onMove(items.nudge), (stop) => stop());
}

/** Sites from before there were agendas get theirs. */
async function startSites({ sites }: Parts, ...rounds: readonly ((siteId: string) => Promise<void>)[]): Promise<void> {
  await Promise.all(sites.list().flatMap(({ id }) => rounds.map((round) => round(id))));
}
