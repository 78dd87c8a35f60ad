import type { Clock } from '@guildhall/kernel';
import { inOrder, type TimelineEvent } from '../../domain/kiosks/timeline.ts';
import type { VisitKind } from '../../domain/visit.ts';
import { isAlreadyInside, isStale } from '../failures.ts';
import type { FollowTimeline } from './follow-timeline.ts';
import type { Timeline, Timelines } from './ports.ts';

/** Who it is about, and what devices say about them, in any order and however often. */
export type RecordTimeline = Readonly<{
  siteId: string;
  person: Readonly<{ id: string; displayName: string; kind: VisitKind }>;
  events: readonly TimelineEvent[];
}>;

type Deps = Readonly<{ timelines: Timelines; follow: FollowTimeline; clock: Clock }>;

const keptMs = 7 * 24 * 3_600_000;
const attempts = 5;

/**
 * Keeps the events and lets the visits follow. The events are stored first and marked as due: whatever breaks off
 * afterwards is done again. Answers with the ids that were known before.
 */
export const recordTimelineBy =
  (deps: Deps) =>
  async (request: RecordTimeline): Promise<ReadonlySet<string>> => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await record(deps, request);
      } catch (error) {
        const isRace = isStale(error) || isAlreadyInside(error);
        if (!isRace || attempt === attempts) throw error;
      }
    }
  };

async function record({ timelines, follow, clock }: Deps, { siteId, person, events }: RecordTimeline) {
  const now = clock.now();
  const known = await timelines.find(siteId, person.id);
  const before = new Set((known?.events ?? []).map(({ id }) => id));
  const kept = (known?.events ?? []).filter(({ at }) => now.getTime() - at.getTime() < keptMs);
  const { displayName, kind } = person;
  const timeline: Timeline = {
    siteId,
    personId: person.id,
    displayName,
    kind,
    version: (known?.version ?? 0) + 1,
    events: inOrder([...events.filter(({ id }) => !before.has(id)), ...kept]),
    dueAt: now,
  };
  await timelines.save(timeline);
  await settleTimeline({ timelines, follow, clock }, timeline);
  return before;
}

/** Lets the visits follow, and keeps the events for as long as others may come late. */
export async function settleTimeline({ timelines, follow, clock }: Deps, timeline: Timeline): Promise<void> {
  const events = await follow(timeline);
  const dueAt = new Date(clock.now().getTime() + keptMs);
  await timelines.save({ ...timeline, events, dueAt, version: timeline.version + 1 });
}

/** What is due: visits that do not follow yet, or a timeline that can go. */
export const timelineDueHandler =
  (deps: Deps) =>
  async (timeline: Timeline): Promise<void> => {
    const now = deps.clock.now().getTime();
    const isOld = timeline.events.every(({ at }) => now - at.getTime() >= keptMs);
    await (isOld ? deps.timelines.remove(timeline) : settleTimeline(deps, timeline));
  };
