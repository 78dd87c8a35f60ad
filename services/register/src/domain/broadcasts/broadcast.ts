import type { Visit, VisitKind } from '../visit.ts';

export type Recipient = Readonly<{ personId: string; kind: VisitKind }>;

/** A message to everybody who was inside at one moment. */
export type Broadcast = Readonly<{
  id: string;
  version: number;
  siteId: string;
  siteName: string;
  /** Only those who came in there; empty for everybody. */
  entrance: string;
  text: string;
  sentAt: Date;
  /** The name until everybody is written to: it is kept nowhere else than with the person. */
  sentBy: Readonly<{ personId: string; displayName: string }>;
  count: number;
  /** Until each of them is written to: so that deciding who that is, is one write. */
  waiting?: readonly Recipient[];
}>;

/** Some of the recipients, written to in one write. */
export type BroadcastPart = Readonly<{ id: string; broadcast: Broadcast; recipients: readonly Recipient[] }>;

/** Each person once, however many visits they have. */
export const recipientsOf = (visits: readonly Visit[], entrance = ''): readonly Recipient[] => {
  const there = visits.filter((visit) => !entrance || visit.in.entrance === entrance);
  return [...new Map(there.map(({ personId, kind }) => [personId, { personId, kind }])).values()];
};

// A document holds the messages of one part for as long as they may have to be said again.
const partSize = 200;

export const partsOf = (broadcast: Broadcast): readonly BroadcastPart[] => {
  const { id, waiting = [] } = broadcast;
  const count = Math.ceil(waiting.length / partSize);
  return Array.from({ length: count }, (_, n) => {
    const recipients = waiting.slice(n * partSize, (n + 1) * partSize);
    return { id: `${id}-p${n}`, broadcast, recipients };
  });
};

/** Everybody was written to. */
export const written = ({ waiting: _done, ...broadcast }: Broadcast): Broadcast => ({
  ...broadcast,
  sentBy: { personId: broadcast.sentBy.personId, displayName: '' },
  version: broadcast.version + 1,
});

const worthForMs = 4 * 3_600_000;

/** Later it is no news any more, and whoever was inside may be gone. */
export const worthUntil = ({ sentAt }: Pick<Broadcast, 'sentAt'>): Date => new Date(sentAt.getTime() + worthForMs);
