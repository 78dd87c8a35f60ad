import { AppError, type Clock, type Handler } from '@guildhall/kernel';
import { notAfter, timeFault } from '../../domain/kiosks/event-time.ts';
import type { TimelineEvent } from '../../domain/kiosks/timeline.ts';
import type { VisitKind } from '../../domain/visit.ts';
import type { RecordTimeline } from './record-timeline.ts';

/** Whose event it is; undefined for one that is recorded and moves nobody. */
export type Subject = Readonly<{ id: string; displayName: string; kind: VisitKind }> | undefined;

/** One event of a device, with the way to find out whose it is. */
export type DeviceEvent = Readonly<{
  id: string;
  /** What stands for the event among those of all devices. */
  key: string;
  at: Date;
  what: TimelineEvent['what'];
  entrance: string;
  /** Throws what refuses the event. */
  subject: () => Promise<Subject>;
}>;

export type SyncEvents = Readonly<{ siteId: string; events: readonly DeviceEvent[] }>;

export type SyncResult = Readonly<{
  id: string;
  outcome: 'applied' | 'repeated' | 'refused' | 'retry';
  code: string;
  detail: string;
  /** A visitor's own id, so that a device can name them later. */
  visitorId: string;
}>;

type Deps = Readonly<{ record: (request: RecordTimeline) => Promise<ReadonlySet<string>>; clock: Clock }>;

type Known = Readonly<{ event: DeviceEvent; subject: NonNullable<Subject> }>;

/** Takes a batch in; each event has a result of its own, and one that fails holds up no other. */
export const syncEventsHandler =
  (deps: Deps): Handler<SyncEvents, readonly SyncResult[]> =>
  async ({ siteId, events }) => {
    const now = deps.clock.now();
    const results = new Map<DeviceEvent, SyncResult>();
    const known: Known[] = [];
    // One after the other, the earlier first: an arrival comes before the departure that names it.
    for (const event of events.toSorted((a, b) => a.at.getTime() - b.at.getTime())) {
      const found = await subjectOf(event, now);
      if ('outcome' in found) results.set(event, found);
      else known.push({ event, subject: found });
    }
    for (const group of Map.groupBy(known, ({ subject }) => subject.id).values()) {
      for (const [event, result] of await recordGroup(deps, siteId, group, now)) results.set(event, result);
    }
    return events.map((event) => results.get(event) ?? resultOf(event.id, 'retry'));
  };

async function subjectOf(event: DeviceEvent, now: Date): Promise<NonNullable<Subject> | SyncResult> {
  const fault = timeFault(event.at, now);
  if (fault === 'future') return resultOf(event.id, 'refused', 'register.event_in_future', 'It has not happened yet.');
  if (fault === 'old') return resultOf(event.id, 'refused', 'register.event_too_old', 'It is more than 72 hours ago.');
  try {
    return (await event.subject()) ?? resultOf(event.id, 'applied');
  } catch (error) {
    return failed(event.id, error);
  }
}

async function recordGroup({ record }: Deps, siteId: string, group: readonly Known[], now: Date) {
  const [first] = group;
  if (!first) return [];
  const { subject } = first;
  const events = group.map(({ event: { key: id, at, what, entrance } }) => ({
    id,
    what,
    entrance,
    at: notAfter(at, now),
    via: 'kiosk' as const,
  }));
  const visitorId = subject.kind === 'person' ? '' : subject.id;
  const seen = new Set<string>();
  try {
    const before = await record({ siteId, person: subject, events });
    return group.map(({ event }) => {
      const isRepeat = before.has(event.key) || seen.has(event.key);
      seen.add(event.key);
      return [event, { ...resultOf(event.id, isRepeat ? 'repeated' : 'applied'), visitorId }] as const;
    });
  } catch (error) {
    return group.map(({ event }) => [event, failed(event.id, error)] as const);
  }
}

/** What may succeed later is sent again; anything that is no refusal of ours counts as that. */
function failed(id: string, error: unknown): SyncResult {
  const isFinal = error instanceof AppError && !['unavailable', 'stale', 'rate-limited'].includes(error.kind);
  return isFinal ? resultOf(id, 'refused', error.code, error.message) : resultOf(id, 'retry');
}

const resultOf = (id: string, outcome: SyncResult['outcome'], code = '', detail = ''): SyncResult => ({
  id,
  outcome,
  code,
  detail,
  visitorId: '',
});
