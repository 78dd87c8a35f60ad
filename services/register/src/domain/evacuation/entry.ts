import type { Decision } from '@guildhall/kernel';
import { afterMark, begun, type Call, type CallAsk, turnsOfPeople } from './calling.ts';
import { decidingMark, mergeMarks, type RollCallMark, type RollCallState, sameMarks } from './mark.ts';
import type { Occupant } from './occupant.ts';
import { refusals } from './refusals.ts';

/** Frozen: inside when it began. Arrived: signed in during it. Muster, warden: found although signed in nowhere. */
export type EntryOrigin = 'frozen' | 'arrived' | 'muster' | 'warden';

export type Entry = Occupant &
  Readonly<{
    id: string;
    version: number;
    incidentId: string;
    siteId: string;
    origin: EntryOrigin;
    addedAt: Date;
    marks: readonly RollCallMark[];
    signedOutAt?: Date;
    /** Absent for somebody who is not called. */
    call?: Call;
  }>;

export type EntryFact =
  | Readonly<{ type: 'entry-added' | 'entry-signed-out'; entry: Entry; at: Date }>
  | Readonly<{ type: 'entry-marked'; entry: Entry; mark: RollCallMark; at: Date }>;

/** A fact, or a message to somebody: `call` to the person, `tell-wardens` about the person. */
export type EntryMessage = EntryFact | (CallAsk & Readonly<{ entry: Entry; at: Date }>);

type Outcome = Decision<Entry, EntryMessage>;

const mostMarks = 500;

/** One entry for each person, whoever makes it and however often. */
export const entryIdOf = (incidentId: string, personId: string): string => `${incidentId}-${personId}`;

/** Puts somebody on the list. `isCalled`: they are asked how they are. */
export function newEntry(
  incident: Readonly<{ id: string; siteId: string; escalateAfterMs: number }>,
  occupant: Occupant,
  made: Readonly<{ id: string; origin: EntryOrigin; at: Date; isCalled: boolean }>,
): Outcome {
  const { id, origin, at, isCalled } = made;
  // Of a visitor there is only what they told us, and all of that is tried at once.
  const rule = { escalateAfterMs: incident.escalateAfterMs, lastTurn: occupant.kind === 'person' ? turnsOfPeople : 0 };
  const { next: call, asks } = isCalled ? begun(at, rule) : { next: undefined, asks: [] };
  const { id: incidentId, siteId } = incident;
  const base = { ...occupant, id, version: 1, incidentId, siteId, origin, addedAt: at, marks: [] };
  const next: Entry = call ? { ...base, call } : base;
  const added: EntryMessage[] = origin === 'frozen' ? [] : [{ type: 'entry-added', entry: next, at }];
  return { next, facts: [...added, ...asks.map((ask) => ({ ...ask, entry: next, at }))] };
}

/** Adds what was said; undefined when all of it is known. `at` is the moment it came in. */
export function markEntry(entry: Entry, marks: readonly RollCallMark[], at: Date): Outcome | undefined {
  const merged = mergeMarks(entry.marks, marks);
  if (sameMarks(merged, entry.marks)) return undefined;
  if (merged.length > mostMarks) throw refusals.tooManyMarks();
  const before = stateOf(entry).state;
  const marked: Entry = { ...entry, version: entry.version + 1, marks: merged };
  const { state } = stateOf(marked);
  const { next: call, asks } = afterMark(entry.call, { state, before });
  const next: Entry = call ? { ...marked, call } : marked;
  const known = new Set(entry.marks.map(({ id }) => id));
  const news = merged.filter(({ id }) => !known.has(id));
  return {
    next,
    facts: [
      ...news.map((mark) => ({ type: 'entry-marked' as const, entry: next, mark, at })),
      ...asks.map((ask) => ({ ...ask, entry: next, at })),
    ],
  };
}

/** The person signed out meanwhile; undefined when that is known. */
export function signedOut(entry: Entry, at: Date): Outcome | undefined {
  if (entry.signedOutAt) return undefined;
  const next: Entry = { ...entry, version: entry.version + 1, signedOutAt: at };
  return { next, facts: [{ type: 'entry-signed-out', entry: next, at }] };
}

/** The person came in again after signing out: nobody knows how they are now. Undefined when that is no news. */
export function returned(
  entry: Entry,
  visit: Readonly<{ id: string; in: Readonly<{ at: Date }> }>,
): Outcome | undefined {
  const { signedOutAt, ...rest } = entry;
  if (!signedOutAt || visit.id === entry.visitId || visit.in.at < signedOutAt) return undefined;
  const next: Entry = { ...rest, version: entry.version + 1, visitId: visit.id, origin: 'arrived' };
  return { next, facts: [{ type: 'entry-added', entry: next, at: visit.in.at }] };
}

/** The person is to be forgotten: the entry stays for the counts, as that of somebody unknown. */
export function forgotten(entry: Entry): Outcome {
  const marks = entry.marks.map(({ note: _said, ...mark }) =>
    mark.byId === entry.personId ? { ...mark, byId: '', byName: '' } : mark,
  );
  const next: Entry = { ...entry, version: entry.version + 1, personId: '', displayName: '', marks };
  return { next, facts: [] };
}

/** How somebody is, since when, and who says so; absent where nobody does. */
export type Standing = Readonly<{ state: RollCallState; at?: Date; mark?: RollCallMark }>;

/** By what is known until `until`, or by everything. */
export function stateOf({ marks, signedOutAt }: Pick<Entry, 'marks' | 'signedOutAt'>, until?: Date): Standing {
  const heard = until ? marks.filter(({ receivedAt }) => receivedAt <= until) : marks;
  const mark = decidingMark(heard);
  const leftAt = signedOutAt && (!until || signedOutAt <= until) ? signedOutAt : undefined;
  // A sign-out is no proof: a warden confirms it. It only says more than "nobody knows" and an earlier "missing".
  if (leftAt && (!mark || (mark.state === 'missing' && mark.at < leftAt))) return { state: 'signed_out', at: leftAt };
  if (!mark || mark.state === 'unclear') return { state: 'unanswered' };
  return { state: mark.state, at: mark.at, mark };
}

/** Nobody needs to be looked for. */
export const isAccounted = (state: RollCallState): boolean => state === 'safe' || state === 'not_on_site';
