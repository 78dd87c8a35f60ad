import type { Clock, NewId } from '@guildhall/kernel';
import { presenceNotices, type PresenceNotice } from '../../domain/notice.ts';
import type { Site } from '../../domain/site.ts';
import { daysBefore, type siteDay } from '../../domain/site-day.ts';
import {
  eventsOf,
  isDecidedByMovements,
  matched,
  type StayContext,
  visitOfStay,
  withTimesOf,
} from '../../domain/kiosks/late-visits.ts';
import { inOrder, staysOf, type TimelineEvent } from '../../domain/kiosks/timeline.ts';
import { closed, type Visit, visitEnd } from '../../domain/visit.ts';
import type { VisitRepository } from '../ports.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';
import type { Presence } from '../visits/presence.ts';
import type { Timeline } from './ports.ts';
import { factsOfChange } from '../../domain/kiosks/visit-change.ts';

/** Brings the visits in line; answers with all events, those of the visits among them. */
export type FollowTimeline = (timeline: Timeline) => Promise<readonly TimelineEvent[]>;

type Deps = Readonly<{
  sites: SiteCatalogue;
  visits: VisitRepository;
  presence: Presence;
  dayAt: typeof siteDay;
  clock: Clock;
  newId: NewId;
}>;

const daysBack = 6;

/**
 * Visits follow from the events of devices together with the movements that were made by themselves. Done again it
 * changes nothing. Throws `stale` or `register.already_inside` when somebody moved meanwhile: then try again.
 */
export const followTimelineBy =
  (deps: Deps): FollowTimeline =>
  async ({ siteId, personId, displayName, kind, events }) => {
    const site = await deps.sites.get(siteId);
    const now = deps.clock.now();
    const context: StayContext = {
      site,
      now,
      person: {
        id: personId,
        displayName,
        kind,
      },
      dayAt: (moment) => deps.dayAt(site, moment),
    };
    const today = context.dayAt(now).date;
    const recent = await deps.visits.of(personId, [siteId], daysBefore(today, daysBack), today);
    const visits = recent.filter(isDecidedByMovements);
    const all = inOrder([...events, ...eventsOf(visits)]);
    const stays = staysOf(all, (began) => visitEnd(site, context.dayAt(began), began));
    const { pairs, surplus } = matched(stays, visits);
    // What ends comes before what begins: nobody has two open visits, not even for a moment.
    const wanted = pairs.map(({ stay, visit }) => change(deps, stay, visit, context));
    const over = surplus().map((visit) => ({ before: visit, next: closed(visit, 'merged') }));
    const changes = [...over, ...wanted].filter((one) => one !== undefined);
    for (const one of changes.toSorted((a, b) => Number(a.next.open) - Number(b.next.open)))
      await store(deps, site, one);
    return all;
  };

type Change = Readonly<{ before: Visit | undefined; next: Visit }>;

function change(
  { newId }: Deps,
  stay: Parameters<typeof visitOfStay>[1],
  stored: Visit | undefined,
  context: StayContext,
): Change | undefined {
  const wanted = visitOfStay(stored?.id ?? newId(), stay, context);
  if (!stored) return { before: undefined, next: wanted };
  const next = withTimesOf(stored, wanted);
  return next && { before: stored, next: { ...next, version: stored.version + 1 } };
}

const newsMs = 10 * 60_000;

async function store({ visits, presence, clock }: Deps, site: Site, { before, next }: Change): Promise<void> {
  const [wasOpen, isOpen] = [before?.open === true, next.open];
  const reservation = isOpen && !wasOpen ? presence.enter(next) : !isOpen && wasOpen ? presence.leave(next) : undefined;
  const occupancy = reservation?.occupancy ?? presence.count(site.id);
  const now = clock.now();
  try {
    await visits.save(next, [
      ...factsOfChange(before, next, now, occupancy),
      ...notices(presence, site, { before, next }, occupancy, now),
    ]);
  } catch (error) {
    reservation?.undo();
    throw error;
  }
  if (isOpen) presence.note(next);
  else reservation?.keep();
}

/** Slack hears of movements while they are news. */
function notices(presence: Presence, site: Site, { before, next }: Change, occupancy: number, now: Date) {
  const names = (): readonly string[] => presence.names(next.siteId);
  const isNews = (at: Date | undefined): boolean => at !== undefined && now.getTime() - at.getTime() < newsMs;
  const told = (movement: 'in' | 'out'): readonly PresenceNotice[] =>
    presenceNotices(site, next, movement, occupancy, names);
  return [
    ...(!before && isNews(next.in.at) ? told('in') : []),
    ...(!before?.out && isNews(next.out?.at) ? told('out') : []),
  ];
}
