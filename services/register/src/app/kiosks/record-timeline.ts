import { type Clock, isStale } from '@guildhall/kernel';
import { inOrder, type TimelineEvent } from '../../domain/kiosks/timeline.ts';
import { busyVisit } from '../../domain/refusals.ts';
import type { VisitKind } from '../../domain/visit.ts';
import { isAlreadyInside } from '../failures.ts';
import type { followPlanBy } from './follow-timeline.ts';
import type { planTimelineBy } from './plan-timeline.ts';
import type { Timeline, Timelines } from './ports.ts';

/** Who it is about, and what devices say about them, in any order and however often. */
export type RecordTimeline = Readonly<{
  siteId: string;
  person: Readonly<{ id: string; displayName: string; kind: VisitKind }>;
  events: readonly TimelineEvent[];
}>;

type Deps = Readonly<{
  timelines: Timelines;
  plan: ReturnType<typeof planTimelineBy>;
  follow: ReturnType<typeof followPlanBy>;
  clock: Clock;
}>;

const keptMs = 7 * 24 * 3_600_000;
// Each one that fails means that somebody else got on.
const attempts = 10;

/**
 * Keeps the events and lets the visits follow. The events are stored first and marked as due: whatever breaks off
 * afterwards is done again. Answers with the ids that were known before.
 */
export const recordTimelineBy =
  (deps: Deps) =>
  async (request: RecordTimeline): Promise<ReadonlySet<string>> => {
    const before = await untilDone(() => keepEvents(deps, request));
    await untilDone(async (isFirst) => {
      const timeline = await deps.timelines.find(request.siteId, request.person.id);
      // After a race it is looked at again, though settled: something may have been stored that is out of date.
      const isDone = !timeline || (isFirst && timeline.settled === true);
      return isDone || settle(deps, timeline);
    });
    return before;
  };

/** Does it again when somebody was faster: then it throws, or answers with nothing. */
async function untilDone<Result>(run: (isFirst: boolean) => Promise<Result | undefined>): Promise<Result> {
  for (let attempt = 0; attempt < attempts; attempt++) {
    const result = await run(attempt === 0).catch((error: unknown) => {
      if (!isStale(error) && !isAlreadyInside(error)) throw error;
    });
    if (result !== undefined) return result;
  }
  throw busyVisit();
}

async function keepEvents({ timelines, clock }: Deps, { siteId, person, events }: RecordTimeline) {
  const now = clock.now();
  const known = await timelines.find(siteId, person.id);
  const before = new Set((known?.events ?? []).map(({ id }) => id));
  const fresh = events.filter(({ id }) => !before.has(id));
  if (known && fresh.length === 0) return before;
  const kept = (known?.events ?? []).filter(({ at }) => now.getTime() - at.getTime() < keptMs);
  const { id: personId, displayName, kind } = person;
  const version = (known?.version ?? 0) + 1;
  const planned = known?.planned ?? [];
  const what = { siteId, personId, displayName, kind, events: inOrder([...fresh, ...kept]), planned };
  await timelines.save({ ...what, version, settled: false, dueAt: now });
  return before;
}

/** Lets the visits follow, and keeps the events for as long as others may come late. Undefined when there are more. */
async function settle({ timelines, plan, follow, clock }: Deps, timeline: Timeline): Promise<true | undefined> {
  const { site, events, changes, planned } = await plan(timeline);
  // Visits that follow newer events would seem to follow from nothing.
  const now = await timelines.find(timeline.siteId, timeline.personId);
  if (now?.version !== timeline.version) return undefined;
  const isAgreed = planned.every(({ id }) => timeline.planned?.some((one) => one.id === id));
  const version = timeline.version + 1;
  // Before any is stored: whoever follows the timeline at the same time stores the same visits, not more of them.
  if (!isAgreed) await timelines.save({ ...timeline, planned, dueAt: clock.now(), version });
  await follow({ site, changes });
  const settled = { ...timeline, events, planned: [], settled: true, version: isAgreed ? version : version + 1 };
  await timelines.save({ ...settled, dueAt: new Date(clock.now().getTime() + keptMs) });
  return true;
}

/** What is due: visits that do not follow yet, or a timeline that can go. */
export const timelineDueHandler =
  (deps: Deps) =>
  async (timeline: Timeline): Promise<void> => {
    const now = deps.clock.now().getTime();
    const isOld = timeline.events.every(({ at }) => now - at.getTime() >= keptMs);
    // Whoever is faster leaves it due, or does it.
    await (isOld ? deps.timelines.remove(timeline) : settle(deps, timeline));
  };
