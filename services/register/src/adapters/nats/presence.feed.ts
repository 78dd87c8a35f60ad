import { type DescMessage, fromBinary } from '@bufbuild/protobuf';
import { timestampDate } from '@bufbuild/protobuf/wkt';
import { eventStream, eventSubject } from '@guildhall/contracts';
import {
  SiteChangedSchema,
  VisitClosedSchema,
  VisitOpenedSchema,
  VisitorRenamedSchema,
  VisitRolledOverSchema,
} from '@guildhall/contracts/register/v1/events';
import { type Bus, feed } from '@guildhall/messaging';
import type { SiteCatalogue } from '../../app/sites/site-catalogue.ts';
import type { Presence } from '../../app/visits/presence.ts';
import type { siteDay } from '../../domain/site-day.ts';
import { visitEnd } from '../../domain/visit.ts';

type Deps = Readonly<{
  presence: Presence;
  sites: SiteCatalogue;
  dayAt: typeof siteDay;
  report: (error: unknown) => void;
}>;

type Listener = Readonly<{ subject: string; hear: (data: Uint8Array) => void }>;

/** Every process hears of every movement, also of those that other processes handled. */
export function presenceFeed(bus: Bus, deps: Deps): Promise<{ close(): Promise<void> }> {
  const listeners = listenersOf(deps);
  return feed(bus, {
    stream: eventStream('register'),
    subjects: listeners.map(({ subject }) => `${subject}.*`),
    onMessage: ({ subject, data }) => {
      const fact = subject.slice(0, subject.lastIndexOf('.'));
      listeners.find((listener) => listener.subject === fact)?.hear(data);
    },
    onError: deps.report,
  });
}

function listenersOf({ presence, sites, dayAt, report }: Deps): readonly Listener[] {
  const closed = { hear: (visit: Parameters<Presence['heardClosed']>[0]) => presence.heardClosed(visit) };
  return [
    on(VisitOpenedSchema, ({ siteId, visitId, personId, at }) => {
      const site = sites.peek(siteId);
      if (!site || !at) return;
      const since = timestampDate(at);
      presence.heardOpened({ siteId, visitId, personId, until: visitEnd(site, dayAt(site, since), since) });
    }),
    on(VisitClosedSchema, closed.hear),
    on(VisitRolledOverSchema, closed.hear),
    on(VisitorRenamedSchema, (visit) => presence.heardChanged(visit)),
    on(SiteChangedSchema, ({ siteId }) => void sites.refresh(siteId).catch(report)),
  ];
}

const on = <S extends DescMessage>(schema: S, hear: (event: ReturnType<typeof fromBinary<S>>) => void): Listener => ({
  subject: eventSubject(schema),
  hear: (data) => hear(fromBinary(schema, data)),
});
