import type {
  CallDelivery,
  Incident,
  RollCallCallsChanged,
  RollCallCounts,
  RollCallEnded,
  RollCallEntry,
  RollCallEntryAdded,
  RollCallMarked,
  RollCallSignedOut,
} from '@guildhall/client';

export type State = RollCallEntry['state'];

const isAccounted = (state: State): boolean => state === 'safe' || state === 'not_on_site';

/** Each entry is counted in one state. */
export function countsOf(states: readonly State[]): RollCallCounts {
  const count = (state: State): number => states.filter((one) => one === state).length;
  return {
    total: states.length,
    safe: count('safe'),
    help: count('help'),
    missing: count('missing'),
    unanswered: count('unanswered'),
    notOnSite: count('not_on_site'),
    signedOut: count('signed_out'),
    accounted: states.filter(isAccounted).length,
  };
}

const withEntries = (incident: Incident, entries: readonly RollCallEntry[]): Incident => ({
  ...incident,
  entries,
  counts: countsOf(entries.map(({ state }) => state)),
});

/** What the platform says of somebody, in place of what was known. What became of the calls to them is not part of it. */
export const withEntry = (incident: Incident, entry: RollCallEntry): Incident =>
  changed(incident, entry.id, ({ deliveries }) => ({ ...entry, deliveries }));

const changed = (incident: Incident, id: string, change: (entry: RollCallEntry) => RollCallEntry): Incident =>
  withEntries(
    incident,
    incident.entries.map((entry) => (entry.id === id ? change(entry) : entry)),
  );

/** Somebody came on the list; hearing it twice changes nothing. */
export function added(incident: Incident, fact: RollCallEntryAdded): Incident {
  const { entryId: id, personId, displayName, kind, origin, state, at } = fact;
  const known = incident.entries.find((entry) => entry.id === id);
  // Who came in again after signing out is on the list already.
  if (known) return changed(incident, id, ({ signedOutAt: _over, ...entry }) => ({ ...entry, origin, state }));
  const entry: RollCallEntry = { id, personId, displayName, kind, origin, state, since: at, marks: [], deliveries: [] };
  return withEntries(
    incident,
    [...incident.entries, entry].toSorted((a, b) => a.displayName.localeCompare(b.displayName)),
  );
}

/** Something was said about somebody. The platform decides the state: marks come in any order. */
export const marked = (
  incident: Incident,
  { entryId, mark, state }: Pick<RollCallMarked, 'entryId' | 'mark' | 'state'>,
) =>
  changed(incident, entryId, (entry) => ({
    ...entry,
    state,
    marks: entry.marks.some(({ id }) => id === mark.id) ? entry.marks : [...entry.marks, mark],
    ...(mark.state === state && { stateAt: mark.at, stateBy: mark.byName, stateSource: mark.source }),
    ...(mark.musterPoint && { musterPoint: mark.musterPoint }),
  }));

export const signedOut = (incident: Incident, { entryId, state, at }: RollCallSignedOut): Incident =>
  changed(incident, entryId, (entry) => ({ ...entry, state, signedOutAt: at }));

/** What became of messages. The latest word about each takes the place of the one before, and of "asked". */
export function called(incident: Incident, { calls }: Pick<RollCallCallsChanged, 'calls'>): Incident {
  const news = Map.groupBy(calls, ({ entryId }) => entryId);
  const entries = incident.entries.map((entry) => {
    const latest = news.get(entry.id)?.map(({ delivery }) => delivery);
    return latest ? { ...entry, deliveries: merged(entry.deliveries, latest) } : entry;
  });
  return { ...incident, entries };
}

const keyOf = ({ turn, channel, contactId }: CallDelivery): string => `${turn} ${channel} ${contactId}`;

function merged(before: readonly CallDelivery[], latest: readonly CallDelivery[]): readonly CallDelivery[] {
  const turns = new Set(latest.map(({ turn }) => turn));
  const kept = before.filter(({ channel, turn }) => channel !== '' || !turns.has(turn));
  return [...new Map([...kept, ...latest].map((one) => [keyOf(one), one])).values()];
}

export const ended = (incident: Incident, { at, by }: RollCallEnded): Incident => ({
  ...incident,
  open: false,
  endedAt: at,
  endedBy: by,
});
