import { type DescMessage, fromBinary, type MessageShape } from '@bufbuild/protobuf';
import { eventStream, eventSubject } from '@guildhall/contracts';
import { RollCallEndedSchema, RollCallStartedSchema } from '@guildhall/contracts/register/v1/evacuation';
import { VisitClosedSchema, VisitOpenedSchema } from '@guildhall/contracts/register/v1/events';
import { type Bus, feed, type Feed } from '@guildhall/messaging';
import type { IncidentWatch } from '../../app/evacuation/incident-watch.ts';

type Report = (error: unknown) => void;
type Movement = Readonly<{ siteId: string; visitId: string }>;

/**
 * Every process hears of incidents that begin and end; of movements only while one is under way, for there are many of
 * those and few of these.
 */
export async function evacuationFeed(bus: Bus, watch: IncidentWatch, report: Report): Promise<Feed> {
  const stream = eventStream('register');
  let movements: Promise<Feed> | undefined;
  const follow = async (): Promise<void> => {
    if (watch.isQuiet === (movements === undefined)) return;
    const before = movements;
    movements = before ? undefined : openMovements(bus, watch, report);
    await before?.then((held) => held.close());
    await movements;
  };
  const changed = (): Promise<void> => watch.refresh().then(follow);
  let last = changed();
  const incidents = await feed(bus, {
    stream,
    subjects: [RollCallStartedSchema, RollCallEndedSchema].map((fact) => `${eventSubject(fact)}.*`),
    // One after the other, so that a feed is never opened twice.
    onMessage: () => void (last = last.then(changed).catch(report)),
    onError: report,
  });
  await last;
  return {
    close: async () => {
      await incidents.close();
      await last;
      await movements?.then((held) => held.close());
    },
  };
}

function openMovements(bus: Bus, watch: IncidentWatch, report: Report): Promise<Feed> {
  const readers = new Map<string, (data: Uint8Array) => Movement>([
    [eventSubject(VisitOpenedSchema), reading(VisitOpenedSchema)],
    [eventSubject(VisitClosedSchema), reading(VisitClosedSchema)],
  ]);
  return feed(bus, {
    stream: eventStream('register'),
    subjects: [...readers.keys()].map((subject) => `${subject}.*`),
    onMessage: ({ subject, data }) => {
      const read = readers.get(subject.slice(0, subject.lastIndexOf('.')));
      if (read) void watch.heard(read(data)).catch(report);
    },
    onError: report,
  });
}

const reading =
  <S extends DescMessage>(schema: S) =>
  (data: Uint8Array): MessageShape<S> =>
    fromBinary(schema, data);
