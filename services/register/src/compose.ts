import { RegisterService } from '@guildhall/contracts/register/v1/service';
import type { Clock, Handler, NewId } from '@guildhall/kernel';
import { newId, serve } from '@guildhall/messaging';
import { dueItems, relayed } from '@guildhall/mongo';
import { once, type Process, token } from '@guildhall/runtime';
import { container as root, type DependencyContainer, type InjectionToken } from 'tsyringe';
import { auditModel, auditTrail, recordedAudits } from './adapters/mongo/audit.repository.ts';
import { movementAudits } from './adapters/mongo/movement-audits.query.ts';
import { peopleRepository } from './adapters/mongo/people.repository.ts';
import { siteIdsOf, siteRepository } from './adapters/mongo/site.repository.ts';
import { statsWithArchive } from './adapters/mongo/archived-stats.query.ts';
import { statsQuery } from './adapters/mongo/stats.query.ts';
import { visitRepository } from './adapters/mongo/visit.repository.ts';
import { signedLinks } from './adapters/node/signed-links.ts';
import { withAudits } from './adapters/nats/audit.messages.ts';
import { type RegisterHandlers, registerService } from './adapters/nats/register.service.ts';
import { siteMessage } from './adapters/nats/site.messages.ts';
import { visitMessages } from './adapters/nats/visit.messages.ts';
import type { Links } from './app/links.ts';
import type { AuditSource, AuditTrail, People, SiteRepository, StatsQuery, VisitRepository } from './app/ports.ts';
import { type Addresses, addressesAt } from './app/sites/draw-poster.ts';
import { SiteCatalogue } from './app/sites/site-catalogue.ts';
import { Presence } from './app/visits/presence.ts';
import { rollOverHandler } from './app/visits/roll-over.ts';
import { type Movement, type SignIn, signInHandler } from './app/visits/sign-in.ts';
import { type SignOut, signOutHandler } from './app/visits/sign-out.ts';
import { registerHandlers } from './compose/handlers.ts';
import { registerCollections } from './compose/collections.ts';
import { composeBroadcasts } from './compose/broadcasts.ts';
import { composeEvacuation } from './compose/evacuation.ts';
import { composeKiosks, kioskBadges } from './compose/kiosks.ts';
import { composePrivacy } from './compose/privacy.ts';
import { composeReports, reportSources } from './compose/reports.ts';
import {
  composeReminders,
  crowdedListener,
  reminderCollections,
  reminderRepositories,
  siteRounds,
} from './compose/reminders.ts';
import { composeRetention } from './compose/retention.ts';
import { composeVisitors } from './compose/visitors.ts';
import { composeWebhooks, registerWebhooks, snapshotTeller } from './compose/webhooks.ts';
import type { Settings } from './config.ts';
import { type siteDay, siteDays } from './domain/site-day.ts';
import { followFacts } from './follow-facts.ts';

type Register = Process<Settings>;
type Words = Readonly<{ clock: Clock; newId: NewId; dayAt: typeof siteDay }>;

const visitsToken = token<VisitRepository>('visits');
const sitesToken = token<SiteCatalogue>('sites');
const siteRepositoryToken = token<SiteRepository>('site repository');
const peopleToken = token<People>('people');
const auditsToken = token<AuditTrail>('audits');
const auditSourcesToken = token<readonly AuditSource[]>('audit sources');
const statsToken = token<StatsQuery>('stats');
const reportSourcesToken = token<Awaited<ReturnType<typeof reportSources>>>('report sources');
const presenceToken = token<Presence>('presence');
const rollOverToken = token<Handler<string>>('roll over');
const linksToken = token<Links>('links');
const addressesToken = token<Addresses>('addresses');
const remindersToken = token<ReturnType<typeof reminderRepositories>>('reminders');
const signInToken = token<Handler<SignIn, Movement>>('sign in');
const signOutToken = token<Handler<SignOut, Movement>>('sign out');
const handlersToken = token<RegisterHandlers>('handlers');

/** Puts adapters behind ports and starts what runs; everything is let go of in reverse order. */
export async function compose(process: Register): Promise<void> {
  const container = root.createChildContainer();
  const { clock, log, life, bus } = process;
  const words = { clock, newId, dayAt: siteDays() };
  const { visits, ...collections } = await openStore(container, process);
  registerUseCases(container, process, words, collections);
  const parts = partsOf(container, words);
  const rounds = siteRounds(parts, process);
  await followFacts(process, { ...parts, ...rounds });
  const rollOver = dueItems({
    of: visits,
    clock,
    handle: container.resolve(rollOverToken),
    report: (error, visitId) => log.error({ error, visitId }, 'a visit could not be rolled over'),
  });
  await life.hold('rollover', rollOver, (held) => held.close());
  await life.hold('clock listener', clock.onMove(rollOver.nudge), (stop) => stop());
  await composeReminders(process, collections, parts);
  const badges = await kioskBadges(process);
  const hooks = registerWebhooks(process, collections, parts);
  const tellSnapshot = snapshotTeller(hooks);
  await composeEvacuation(process, { ...parts, ...collections, ...badges, tellSnapshot });
  const movements = { signIn: container.resolve(signInToken), signOut: container.resolve(signOutToken) };
  const visitors = await composeVisitors(process, { ...parts, ...collections, ...movements });
  await composeBroadcasts(process, collections, parts);
  await composePrivacy(process, { ...parts, ...collections });
  await composeReports(process, collections, parts);
  await composeWebhooks(process, collections, hooks);
  await composeRetention(
    process,
    { ...collections, visitDocuments: visits },
    { ...parts, forgetDeliveries: hooks.forgetPerson },
  );
  await composeKiosks(process, { ...parts, ...collections, ...visitors, ...badges });
  const calls = serve(bus, RegisterService, registerService(container.resolve(handlersToken)), {
    report: (error, method) => log.error({ error, method: method.name }, 'a call failed'),
  });
  await life.hold('calls', calls, (held) => held.close());
}

async function openStore(container: DependencyContainer, { bus, store, life, log, clock }: Register) {
  const make = relayed(bus, (offer) => registerCollections(store, offer), {
    report: (error) => log.warn({ error }, 'facts could not be relayed'),
  });
  const { visits, sites, ...more } = await life.hold('relay', make, ({ relay }) => relay.close());
  const audits = auditModel(store.connection);
  await audits.createIndexes();
  const put = putter(container);
  put(visitsToken, () =>
    visitRepository({ visits, everySite: siteIdsOf(sites), toMessages: withAudits(visitMessages) }),
  );
  put(siteRepositoryToken, () => siteRepository({ sites, toMessage: siteMessage }));
  put(peopleToken, () => peopleRepository(store.connection));
  put(auditsToken, () => auditTrail(audits));
  put(auditSourcesToken, (c) => {
    const siteIds = (): string[] =>
      c
        .resolve(sitesToken)
        .list()
        .map(({ id }) => id);
    return [recordedAudits(audits), ...movementAudits({ visits, siteIds, clock })];
  });
  const sources = await reportSources(store, visits);
  put(reportSourcesToken, () => sources);
  put(statsToken, () => statsWithArchive(statsQuery(visits), sources.archive));
  return { visits, ...more };
}

function registerUseCases(
  container: DependencyContainer,
  process: Register,
  words: Words,
  collections: ReturnType<typeof reminderCollections>,
): void {
  const { settings } = process;
  const put = putter(container);
  const repositories = reminderRepositories(collections);
  put(remindersToken, () => repositories);
  put(linksToken, () => signedLinks(Buffer.from(settings.LINK_KEY).toString('base64url')));
  put(addressesToken, () => addressesAt(settings.PUBLIC_URL));
  put(sitesToken, (c) => new SiteCatalogue(c.resolve(siteRepositoryToken)));
  put(presenceToken, () => new Presence(words.clock));
  put(rollOverToken, (c) =>
    rollOverHandler({
      ...words,
      visits: c.resolve(visitsToken),
      sites: c.resolve(sitesToken),
      presence: c.resolve(presenceToken),
    }),
  );
  put(signInToken, (c) => {
    const parts = partsOf(c, words);
    return signInHandler({ ...parts, crowded: crowdedListener(siteRounds(parts, process).watchSite, process.log) });
  });
  put(signOutToken, (c) => signOutHandler(partsOf(c, words)));
  put(handlersToken, (c) => {
    const movements = { signIn: c.resolve(signInToken), signOut: c.resolve(signOutToken) };
    return registerHandlers(process, { ...partsOf(c, words), ...movements });
  });
}

const partsOf = (container: DependencyContainer, words: Words) => ({
  ...words,
  visits: container.resolve(visitsToken),
  sites: container.resolve(sitesToken),
  repository: container.resolve(siteRepositoryToken),
  people: container.resolve(peopleToken),
  presence: container.resolve(presenceToken),
  audits: container.resolve(auditsToken),
  stats: container.resolve(statsToken),
  rollOver: container.resolve(rollOverToken),
  links: container.resolve(linksToken),
  auditSources: container.resolve(auditSourcesToken),
  ...container.resolve(reportSourcesToken),
  addresses: container.resolve(addressesToken),
  ...container.resolve(remindersToken),
});

const putter =
  (container: DependencyContainer) =>
  <T>(name: InjectionToken<T>, make: (container: DependencyContainer) => T): void => {
    container.register(name, once(make));
  };
