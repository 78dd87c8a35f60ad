import { type DescMessage, fromBinary } from '@bufbuild/protobuf';
import { timestampDate } from '@bufbuild/protobuf/wkt';
import { eventStream, eventSubject } from '@guildhall/contracts';
import {
  SiteChangedSchema,
  VisitClosedSchema,
  VisitCorrectedSchema,
  VisitOpenedSchema,
  VisitorRenamedSchema,
  VisitReassignedSchema,
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

type Listener = Readonly<{ subject: string; hear: (data: Uint8Array, version: number) => void }>;

/** Every process hears of every movement, also of those that other processes handled. */
export function presenceFeed(bus: Bus, deps: Deps): Promise<{ close(): Promise<void> }> {
  const listeners = listenersOf(deps);
  return feed(bus, {
    stream: eventStream('register'),
    subjects: listeners.map(({ subject }) => `${subject}.*`),
    onMessage: ({ subject, data, version }) => {
      const fact = subject.slice(0, subject.lastIndexOf('.'));
      listeners.find((listener) => listener.subject === fact)?.hear(data, version);
    },
    onError: deps.report,
  });
}

function listenersOf({ presence, sites, dayAt, report }: Deps): readonly Listener[] {
  const closed = (visit: Omit<Parameters<Presence['heardClosed']>[0], 'version'>, version: number): void =>
    presence.heardClosed({ ...visit, version });
  const untilOf = (siteId: string, since: Date): Date | undefined => {
    const site = sites.peek(siteId);
    return site && visitEnd(site, dayAt(site, since), since);
  };
  return [
    on(VisitOpenedSchema, ({ siteId, visitId, personId, displayName, at }, version) => {
      const until = at && untilOf(siteId, timestampDate(at));
      if (until) presence.heardOpened({ siteId, visitId, version, personId, displayName, until });
    }),
    on(VisitClosedSchema, closed),
    on(VisitRolledOverSchema, closed),
    on(VisitorRenamedSchema, (visit) => presence.heardChanged(visit)),
    on(VisitCorrectedSchema, (visit) => {
      if (visit.after?.open) presence.heardChanged(visit);
    }),
    on(VisitReassignedSchema, ({ open, fromPersonId, until, ...visit }, version) => {
      if (open && until) presence.heardMoved(fromPersonId, { ...visit, version, until: timestampDate(until) });
    }),
    on(SiteChangedSchema, ({ siteId }) => void sites.refresh(siteId).catch(report)),
  ];
}

const on = <S extends DescMessage>(
  schema: S,
  hear: (event: ReturnType<typeof fromBinary<S>>, version: number) => void,
): Listener => ({
  subject: eventSubject(schema),
  hear: (data, version) => hear(fromBinary(schema, data), version),
});
