import { RegisterService } from '@guildhall/contracts/register/v1/service';
import type { Clock, Handler, NewId } from '@guildhall/kernel';
import { newId, serve } from '@guildhall/messaging';
import { aggregates, dueItems, relayed } from '@guildhall/mongo';
import { once, type Process, token } from '@guildhall/runtime';
import { container as root, type DependencyContainer, type InjectionToken } from 'tsyringe';
import { auditModel, auditTrail, recordedAudits } from './adapters/mongo/audit.repository.ts';
import { movementAudits } from './adapters/mongo/movement-audits.query.ts';
import { peopleRepository } from './adapters/mongo/people.repository.ts';
import { siteCollection, siteIdsOf, siteRepository, type SiteState } from './adapters/mongo/site.repository.ts';
import { statsQuery } from './adapters/mongo/stats.query.ts';
import { visitCollection, visitIndexes, type VisitState } from './adapters/mongo/visit.collection.ts';
import { visitRepository } from './adapters/mongo/visit.repository.ts';
import { type RegisterHandlers, registerService } from './adapters/nats/register.service.ts';
import { siteMessage } from './adapters/nats/site.messages.ts';
import { visitMessage } from './adapters/nats/visit.messages.ts';
import { listAuditsHandler } from './app/audits/list-audits.ts';
import { recordViewHandler } from './app/audits/record-view.ts';
import type { AuditSource, AuditTrail, People, SiteRepository, StatsQuery, VisitRepository } from './app/ports.ts';
import { createSiteHandler } from './app/sites/create-site.ts';
import { SiteCatalogue } from './app/sites/site-catalogue.ts';
import { updateSiteHandler } from './app/sites/update-site.ts';
import { getStatsHandler } from './app/stats/get-stats.ts';
import { getPresenceHandler } from './app/visits/get-presence.ts';
import { getStatusHandler } from './app/visits/get-status.ts';
import { Presence } from './app/visits/presence.ts';
import { rollOverHandler } from './app/visits/roll-over.ts';
import { signInHandler } from './app/visits/sign-in.ts';
import { signOutHandler } from './app/visits/sign-out.ts';
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
const presenceToken = token<Presence>('presence');
const rollOverToken = token<Handler<string>>('roll over');
const handlersToken = token<RegisterHandlers>('handlers');

/** Puts adapters behind ports and starts what runs; everything is let go of in reverse order. */
export async function compose(process: Register): Promise<void> {
  const container = root.createChildContainer();
  const { clock, log, life, bus } = process;
  const words = { clock, newId, dayAt: siteDays() };
  const visits = await openStore(container, process);
  registerUseCases(container, process.settings, words);
  await followFacts(process, partsOf(container, words));
  const rollOver = dueItems({
    of: visits,
    clock,
    handle: container.resolve(rollOverToken),
    report: (error, visitId) => log.error({ error, visitId }, 'a visit could not be rolled over'),
  });
  await life.hold('rollover', rollOver, (held) => held.close());
  await life.hold('clock listener', clock.onMove(rollOver.nudge), (stop) => stop());
  const calls = serve(bus, RegisterService, registerService(container.resolve(handlersToken)), {
    report: (error, method) => log.error({ error, method: method.name }, 'a call failed'),
  });
  await life.hold('calls', calls, (held) => held.close());
}

async function openStore(container: DependencyContainer, { bus, store, life, log, clock }: Register) {
  const make = relayed(
    bus,
    (offer) => ({
      visits: aggregates<VisitState>({ store, collection: visitCollection, indexes: visitIndexes, offer }),
      sites: aggregates<SiteState>({ store, collection: siteCollection, offer }),
    }),
    { report: (error) => log.warn({ error }, 'facts could not be relayed') },
  );
  const { visits, sites } = await life.hold('relay', make, ({ relay }) => relay.close());
  const audits = auditModel(store.connection);
  await audits.createIndexes();
  const put = putter(container);
  put(visitsToken, () => visitRepository({ visits, everySite: siteIdsOf(sites), toMessage: visitMessage }));
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
  put(statsToken, () => statsQuery(visits));
  return visits;
}

function registerUseCases(container: DependencyContainer, settings: Settings, words: Words): void {
  const webhooks = { hosts: settings.SLACK_WEBHOOK_HOSTS, allowLoopback: settings.SANDBOX };
  const put = putter(container);
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
  put(handlersToken, (c) => {
    const parts = { ...partsOf(c, words), webhooks };
    return {
      sites: parts.sites,
      today: (site) => words.dayAt(site, words.clock.now()).date,
      createSite: createSiteHandler(parts),
      updateSite: updateSiteHandler(parts),
      signIn: signInHandler(parts),
      signOut: signOutHandler(parts),
      getStatus: getStatusHandler(parts),
      getPresence: getPresenceHandler({ ...parts, recordView: recordViewHandler(parts) }),
      getStats: getStatsHandler(parts),
      listAudits: listAuditsHandler(c.resolve(auditSourcesToken)),
    };
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
});

const putter =
  (container: DependencyContainer) =>
  <T>(name: InjectionToken<T>, make: (container: DependencyContainer) => T): void => {
    container.register(name, once(make));
  };
