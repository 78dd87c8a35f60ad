import type { Clock, Handler, NewId } from '@guildhall/kernel';
import type { Delivery } from '@guildhall/messaging';
import type { Process } from '@guildhall/runtime';
import { auditsConsumer } from './adapters/nats/audits.consumer.ts';
import { peopleConsumer } from './adapters/nats/people.consumer.ts';
import { presenceFeed } from './adapters/nats/presence.feed.ts';
import { sitesConsumer } from './adapters/nats/sites.consumer.ts';
import { keepAuditHandler } from './app/audits/keep-audit.ts';
import { erasePersonHandler } from './app/people/erase-person.ts';
import { mergePeopleHandler } from './app/people/merge-people.ts';
import { recordPersonHandler } from './app/people/record-person.ts';
import { unmergePeopleHandler } from './app/people/unmerge-people.ts';
import type { AuditTrail, People, VisitRepository } from './app/ports.ts';
import type { ReminderSends } from './app/reminders/ports.ts';
import type { SiteCatalogue } from './app/sites/site-catalogue.ts';
import { recordChange } from './app/sites/site-changes.ts';
import { loadPresence } from './app/visits/load-presence.ts';
import type { Presence } from './app/visits/presence.ts';
import { rescheduleVisitsHandler } from './app/visits/reschedule-visits.ts';
import type { Settings } from './config.ts';
import type { siteDay } from './domain/site-day.ts';
import { repeat } from './repeat.ts';

type Parts = Readonly<{
  visits: VisitRepository;
  sites: SiteCatalogue;
  presence: Presence;
  people: People;
  audits: AuditTrail;
  sends: Pick<ReminderSends, 'forget'>;
  rollOver: Handler<string>;
  keepAgenda: Handler<string>;
  watchSite: Handler<string>;
  newId: NewId;
  dayAt: typeof siteDay;
  clock: Clock;
}>;

const refreshSitesMs = 5_000;
const reconcileMs = 30_000;

const close = (held: Readonly<{ close(): Promise<void> }>): Promise<void> => held.close();

/** Loads sites and presence and keeps them current, then hears what others say. */
export async function followFacts(process: Process<Settings>, parts: Parts): Promise<void> {
  const { bus, life, log } = process;
  await keepCopies(process, parts);
  const failed = (error: unknown, { subject }: Delivery): void => log.warn({ error, subject }, 'a fact failed');
  const people = {
    recordPerson: recordPersonHandler(parts),
    mergePeople: mergePeopleHandler(parts),
    unmergePeople: unmergePeopleHandler(parts),
    erasePerson: erasePersonHandler(parts),
  };
  await life.hold('audits', auditsConsumer(bus, keepAuditHandler(parts), failed), close);
  await life.hold('people', peopleConsumer(bus, people, failed), close);
  await life.hold('site changes', sitesConsumer(bus, siteChanged(parts), failed), close);
}

/** Open visits end, and reminders come, when the new settings say. */
function siteChanged(parts: Parts): Handler<string> {
  const reschedule = rescheduleVisitsHandler(parts);
  return async (siteId) => {
    await reschedule(siteId);
    await parts.keepAgenda(siteId);
    await parts.watchSite(siteId);
  };
}

async function keepCopies({ bus, life, log }: Process<Settings>, parts: Parts): Promise<void> {
  const { sites, audits } = parts;
  const report = (error: unknown): void => log.warn({ error }, 'the copy in memory could not be refreshed');
  const reconcile = loadPresence(parts);
  await sites.refreshAll();
  // The feed opens before the load, so that nothing falls in between.
  await life.hold('feed', presenceFeed(bus, { ...parts, report }), close);
  await reconcile();
  await Promise.all(sites.list().map((site) => recordChange(audits, site)));
  await life.hold(
    'site refresh',
    repeat(refreshSitesMs, () => sites.refreshAll(), report),
    close,
  );
  await life.hold('presence refresh', repeat(reconcileMs, reconcile, report), close);
}
