import { VisitorService } from '@guildhall/contracts/register/v1/visitors';
import type { Clock, Handler, NewId } from '@guildhall/kernel';
import { type Delivery, serve } from '@guildhall/messaging';
import { aggregates, dueItems, type Offer, type Store } from '@guildhall/mongo';
import type { Process } from '@guildhall/runtime';
import { hostsQuery } from '../adapters/mongo/hosts.query.ts';
import { inductionRepository } from '../adapters/mongo/induction.repository.ts';
import { picturesRepository } from '../adapters/mongo/pictures.repository.ts';
import {
  receptionCollection,
  receptionRepository,
  type ReceptionState,
} from '../adapters/mongo/reception.repository.ts';
import {
  visitorCollection,
  visitorIndexes,
  visitorRepository,
  type VisitorState,
} from '../adapters/mongo/visitor.repository.ts';
import { watchListRepository } from '../adapters/mongo/watch-list.repository.ts';
import { directoryClient } from '../adapters/nats/directory.client.ts';
import { visitorMessage } from '../adapters/nats/visitor.messages.ts';
import { visitorService } from '../adapters/nats/visitor.service.ts';
import { hostRepliesConsumer, visitEndsConsumer } from '../adapters/nats/visitors.consumer.ts';
import { qrCodes } from '../adapters/node/qr-codes.ts';
import { phoneNumbers } from '../adapters/phone/phone-numbers.ts';
import type { Links } from '../app/links.ts';
import { learningHosts, learnPersonBy } from '../app/people/learn-person.ts';
import type { People, VisitRepository } from '../app/ports.ts';
import type { SiteCatalogue } from '../app/sites/site-catalogue.ts';
import { settleVisit } from '../app/visitors/release-visitor.ts';
import { visitorUseCases } from '../app/visitors/use-cases.ts';
import { visitorLinks } from '../app/visitors/visitor-links.ts';
import type { Movement, SignIn } from '../app/visits/sign-in.ts';
import type { SignOut } from '../app/visits/sign-out.ts';
import type { Settings } from '../config.ts';
import type { siteDay } from '../domain/site-day.ts';

/** The aggregates of visitors and of how they are received. */
export const visitorCollections = (store: Store, offer: Offer) => ({
  visitors: aggregates<VisitorState>({ store, collection: visitorCollection, indexes: visitorIndexes, offer }),
  receptions: aggregates<ReceptionState>({ store, collection: receptionCollection, offer }),
});

type Collections = ReturnType<typeof visitorCollections>;

type Parts = Collections &
  Readonly<{
    visits: VisitRepository;
    people: People;
    sites: SiteCatalogue;
    links: Links;
    signIn: Handler<SignIn, Movement>;
    signOut: Handler<SignOut, Movement>;
    dayAt: typeof siteDay;
    clock: Clock;
    newId: NewId;
  }>;

const close = (held: Readonly<{ close(): Promise<void> }>): Promise<void> => held.close();

/** Starts everything about visitors; what it returns is for the kiosks. */
export async function composeVisitors(process: Process<Settings>, parts: Parts) {
  const { bus, life, log, store, settings } = process;
  const deps = {
    ...parts,
    visitors: visitorRepository({ visitors: parts.visitors, toMessage: visitorMessage }),
    receptions: receptionRepository(parts.receptions),
    watchList: await watchListRepository(store.connection),
    inductions: await inductionRepository(store.connection),
    pictures: picturesRepository(store.connection),
    hosts: learningHosts(hostsQuery(store.connection), learnPersonBy({ ...parts, directory: directoryClient(bus) })),
    links: visitorLinks(parts.links, settings.PUBLIC_URL.replace(/\/$/, '')),
    qrCodes,
    phones: phoneNumbers(settings.DEFAULT_REGION),
  };
  const { due, ...useCases } = visitorUseCases(deps);
  const report = (error: unknown, visitorId: string): void => log.error({ error, visitorId }, 'a visitor is overdue');
  const dues = dueItems({ of: parts.visitors, clock: parts.clock, handle: due, report });
  await life.hold('visitors due', dues, close);
  await life.hold('visitors clock', process.clock.onMove(dues.nudge), (stop) => stop());
  const failed = (error: unknown, { subject }: Delivery): void => log.warn({ error, subject }, 'a fact failed');
  await life.hold(
    'visitor ends',
    visitEndsConsumer(bus, (ended) => settleVisit(deps, ended), failed),
    close,
  );
  await life.hold('host replies', hostRepliesConsumer(bus, useCases.answer, failed), close);
  const service = serve(bus, VisitorService, visitorService({ ...deps, ...useCases }), {
    report: (error, method) => log.error({ error, method: method.name }, 'a call failed'),
  });
  await life.hold('visitor calls', service, close);
  return { ...deps, ...useCases };
}
