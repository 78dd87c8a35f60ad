import type { Errand } from './errand.ts';
import { coveringPeople, crowding, toldOfSafety } from './site-safety.ts';
import type { Site } from './site.ts';

/** What is watched at a site minute by minute: whether it is covered by wardens and first aiders, and how full it is. */
export type Watch = Readonly<{
  id: string;
  version: number;
  crowded: boolean;
  /** Since when people are inside without a warden or first aider. */
  uncoveredSince?: Date;
  /** Those who ought to know have been told of this gap. */
  told: boolean;
}>;

export type WatchFact =
  | Readonly<{ type: 'site-crowded'; watch: Watch; occupancy: number; capacity: number; at: Date }>
  | Readonly<{ type: 'cover-changed'; watch: Watch; covered: boolean; occupancy: number; at: Date }>;

export type WatchStep = Readonly<{ next: Watch; caused: readonly (WatchFact | Errand)[]; dueAt?: Date }>;

const everyMs = 60_000;
const minuteMs = 60_000;
const worthForMs = 3_600_000;
// A crowd is over well below where it began, so that people at the door do not set it off again and again.
const overShare = 0.85;

export const newWatch = (siteId: string): Watch => ({ id: siteId, version: 0, crowded: false, told: false });

/** Whether there is anything to look at. */
export const isWatched = (site: Site): boolean => site.capacity > 0 || isCoverWatched(site);

const isCoverWatched = (site: Site): boolean => site.coverMinutes > 0 && coveringPeople(site).size > 0;

/** Looks at who is inside now. Each gap and each crowd is told of once. */
export function follow(watch: Watch, site: Site, inside: readonly string[], now: Date): WatchStep {
  const crowd = followCrowd(watch, site, inside.length, now);
  const cover = followCover(watch, site, inside, now);
  const { uncoveredSince: _before, ...rest } = watch;
  const next: Watch = { ...rest, ...crowd.state, ...cover.state, version: watch.version + 1 };
  const tell = (caused: Caused) => caused.map((one) => (one.type === 'errand' ? one : { ...one, watch: next }));
  const wakeMs = Math.min(everyMs, ...(cover.wakeMs === undefined ? [] : [cover.wakeMs]));
  return {
    next,
    caused: [...tell(crowd.caused), ...tell(cover.caused)],
    ...(isWatched(site) && { dueAt: new Date(now.getTime() + wakeMs) }),
  };
}

type Untold<Fact> = Fact extends WatchFact ? Omit<Fact, 'watch'> : never;
type Caused = readonly (Untold<WatchFact> | Errand)[];
/** What one of the two looks found; `wakeMs` when it has to look again before its usual time. */
type Look = Readonly<{
  state: Partial<Pick<Watch, 'crowded' | 'told' | 'uncoveredSince'>>;
  caused: Caused;
  wakeMs?: number;
}>;

function followCrowd({ crowded: was, version }: Watch, site: Site, occupancy: number, at: Date): Look {
  const { capacity } = site;
  const isOver = capacity === 0 || occupancy < capacity * overShare;
  const crowded = was ? !isOver : crowding(occupancy, capacity) !== 'free';
  if (crowded === was) return { state: { crowded }, caused: [] };
  const variables = { siteName: site.name, count: String(occupancy), capacity: String(capacity) };
  const errands = crowded ? errandsTo(site, 'site-crowded', `${version}`, variables, at) : [];
  return { state: { crowded }, caused: [{ type: 'site-crowded', occupancy, capacity, at } as const, ...errands] };
}

function followCover(watch: Watch, site: Site, inside: readonly string[], at: Date): Look {
  const covering = coveringPeople(site);
  const occupancy = inside.length;
  const isGap = isCoverWatched(site) && occupancy > 0 && !inside.some((personId) => covering.has(personId));
  if (!isGap) {
    const fact = { type: 'cover-changed', covered: true, occupancy, at } as const;
    return { state: { told: false }, caused: watch.told ? [fact] : [] };
  }
  const uncoveredSince = watch.uncoveredSince ?? at;
  const tellAt = uncoveredSince.getTime() + site.coverMinutes * minuteMs;
  if (watch.told || at.getTime() < tellAt) {
    const wake = watch.told ? {} : { wakeMs: tellAt - at.getTime() };
    return { state: { told: watch.told, uncoveredSince }, caused: [], ...wake };
  }
  const minutes = Math.floor((at.getTime() - uncoveredSince.getTime()) / minuteMs);
  const variables = { siteName: site.name, count: String(occupancy), minutes: String(minutes) };
  const errands = errandsTo(site, 'cover-alert', String(uncoveredSince.getTime()), variables, at);
  const fact = { type: 'cover-changed', covered: false, occupancy, at } as const;
  return { state: { told: true, uncoveredSince }, caused: [fact, ...errands] };
}

const errandsTo = (
  site: Site,
  template: string,
  occasion: string,
  variables: Readonly<Record<string, string>>,
  at: Date,
): Errand[] =>
  toldOfSafety(site).map((personId) => ({
    type: 'errand',
    key: `${template}:${site.id}:${occasion}:${personId}`,
    to: { personId },
    category: 'presence',
    template,
    variables,
    at,
    expiresAt: new Date(at.getTime() + worthForMs),
    reference: `${template}:${site.id}`,
  }));
