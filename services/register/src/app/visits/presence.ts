import type { Clock } from '@guildhall/kernel';
import { isInside, type Visit } from '../../domain/visit.ts';
import { recentIds } from './recent-ids.ts';
import { recentOwners } from './recent-owners.ts';
import { type Inside, Room } from './room.ts';

/** What a movement did to the count, and how to take that back when it was not stored. */
export type Reservation = Readonly<{ occupancy: number; keep(): void; undo(): void }>;

/** The fields of a visit that other processes hear of. */
export type HeardVisit = Readonly<Pick<Inside, 'visitId' | 'personId' | 'displayName' | 'until'> & { siteId: string }>;

const rememberedDepartures = 20_000;

/**
 * Who is inside, in memory: so that answer, fact and Slack text of a movement agree on one count without a read.
 * It is a copy: the store decides, own movements and the facts of other processes keep it current, and `replace`
 * heals what was missed.
 */
export class Presence {
  readonly #rooms = new Map<string, Room>();
  readonly #departed = recentIds(rememberedDepartures);
  readonly #owners = recentOwners(rememberedDepartures);
  /** How many ways out of each visit are on their way to the store. */
  readonly #leaving = new Map<string, number>();
  readonly #clock: Clock;
  #tick = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Distinct people inside. */
  count(siteId: string): number {
    return this.#room(siteId).size;
  }

  /** Who is inside, in no order. */
  names(siteId: string): readonly string[] {
    return this.#room(siteId)
      .everybody()
      .map(({ displayName }) => displayName);
  }

  /** The ids of who is inside. */
  people(siteId: string): readonly string[] {
    return this.#room(siteId)
      .everybody()
      .map(({ personId }) => personId);
  }

  /** The open visit of a person, as far as it is known here; the store may know better. */
  find(siteId: string, personId: string): Visit | undefined {
    const inside = this.#room(siteId).get(personId);
    return inside?.isStored ? inside.visit : undefined;
  }

  /** Counts a person in before the visit is stored. */
  enter(visit: Visit): Reservation {
    const room = this.#room(visit.siteId);
    if (!room.has(visit.personId)) room.put({ ...insideOf(visit), isStored: false, tick: ++this.#tick });
    return {
      occupancy: this.count(visit.siteId),
      keep: () => this.note(visit),
      undo: () => room.remove(visit.personId, visit.id),
    };
  }

  /** Counts a person out before that is stored; `keep` or `undo` has to follow. */
  leave(visit: Visit): Reservation {
    const room = this.#room(visit.siteId);
    const before = room.remove(visit.personId, visit.id);
    this.#leaving.set(visit.id, (this.#leaving.get(visit.id) ?? 0) + 1);
    const undo = (): void => {
      this.#settle(visit.id);
      // Another way out of the same visit may have been stored meanwhile.
      const isStillIn = before !== undefined && !this.#isOld(visit.id, visit.personId) && !room.has(visit.personId);
      if (isStillIn) room.put({ ...before, tick: ++this.#tick });
    };
    const keep = (): void => {
      this.#settle(visit.id);
      this.heardClosed({ siteId: visit.siteId, personId: visit.personId, visitId: visit.id });
    };
    return { occupancy: this.count(visit.siteId), keep, undo };
  }

  /** A visit as the store has it now. */
  note(visit: Visit): void {
    if (!isInside(visit, this.#clock.now()) || this.#isOld(visit.id, visit.personId)) return;
    this.#room(visit.siteId).put({ ...insideOf(visit), isStored: true, tick: ++this.#tick });
  }

  /** Another process says that somebody came in. */
  heardOpened(visit: HeardVisit): void {
    const isNews = visit.until > this.#clock.now() && !this.#isOld(visit.visitId, visit.personId);
    if (isNews) this.#add(visit);
  }

  /** Another process says that a visit is over. */
  heardClosed({ siteId, personId, visitId }: Pick<HeardVisit, 'siteId' | 'personId' | 'visitId'>): void {
    this.#departed.add(visitId);
    this.#room(siteId).remove(personId, visitId);
  }

  /** Another process changed an open visit: what is kept of it here is out of date. */
  heardChanged({ siteId, personId, displayName }: Omit<HeardVisit, 'until'>): void {
    this.#room(siteId).forgetVisit(personId, displayName);
  }

  /** An open visit is another person's now, or was closed before and is open again. */
  heardMoved(from: string, visit: HeardVisit): void {
    this.#room(visit.siteId).remove(from, visit.visitId);
    this.#departed.delete(visit.visitId);
    this.#owners.set(visit.visitId, visit.personId);
    // Whoever is about to close the visit as the former owner's will find that it has changed.
    if (visit.until > this.#clock.now()) this.#add(visit);
  }

  /** The point in time that `replace` needs: taken before the store is read. */
  mark(): number {
    return this.#tick;
  }

  /** Puts what the store had since `mark` in place of everything that has not changed since. */
  replace(visits: readonly Visit[], mark: number): void {
    const now = this.#clock.now();
    const inside = visits.filter((visit) => isInside(visit, now) && !this.#isOld(visit.id, visit.personId));
    const bySite = Map.groupBy(inside, ({ siteId }) => siteId);
    for (const siteId of new Set([...bySite.keys(), ...this.#rooms.keys()])) {
      const stored = (bySite.get(siteId) ?? []).map((visit) => ({ ...insideOf(visit), isStored: true, tick: mark }));
      this.#room(siteId).replace(stored, mark);
    }
  }

  #add({ siteId, ...inside }: HeardVisit): void {
    const room = this.#room(siteId);
    if (!room.has(inside.personId)) room.put({ ...inside, isStored: true, tick: ++this.#tick });
  }

  /** What was true before is heard late: the visit is over, about to be, or another person's. */
  #isOld(visitId: string, personId: string): boolean {
    const isGone = this.#departed.has(visitId) || this.#leaving.has(visitId);
    return isGone || this.#owners.contradict(visitId, personId);
  }

  #settle(visitId: string): void {
    const left = (this.#leaving.get(visitId) ?? 0) - 1;
    if (left > 0) this.#leaving.set(visitId, left);
    else this.#leaving.delete(visitId);
  }

  /** Without those whose visit has ended by itself: they may come in again. */
  #room(siteId: string): Room {
    const room = this.#rooms.get(siteId) ?? new Room();
    this.#rooms.set(siteId, room);
    room.dropEnded(this.#clock.now());
    return room;
  }
}

const insideOf = (visit: Visit) => {
  const { id: visitId, personId, displayName, until } = visit;
  return { visitId, personId, displayName, until, visit };
};
