import type { Clock } from '@guildhall/kernel';
import { isInside, type Visit } from '../../domain/visit.ts';
import { recentIds } from './recent-ids.ts';
import { type Inside, Room } from './room.ts';

/** What a movement did to the count, and how to take that back when it was not stored. */
export type Reservation = Readonly<{ occupancy: number; keep(): void; undo(): void }>;

/** The fields of a visit that other processes hear of. */
export type HeardVisit = Readonly<Pick<Inside, 'visitId' | 'personId' | 'until'> & { siteId: string }>;

const rememberedDepartures = 20_000;

/**
 * Who is inside, in memory: so that answer, fact and Slack text of a movement agree on one count without a read.
 * It is a copy: the store decides, own movements and the facts of other processes keep it current, and `replace`
 * heals what was missed.
 */
export class Presence {
  readonly #rooms = new Map<string, Room>();
  readonly #departed = recentIds(rememberedDepartures);
  readonly #clock: Clock;
  #tick = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Distinct people inside. */
  count(siteId: string): number {
    return this.#room(siteId).size;
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

  /** Counts a person out before that is stored. */
  leave(visit: Visit): Reservation {
    const room = this.#room(visit.siteId);
    const before = room.remove(visit.personId, visit.id);
    this.#departed.add(visit.id);
    const undo = (): void => {
      this.#departed.delete(visit.id);
      if (before && !room.has(visit.personId)) room.put({ ...before, tick: ++this.#tick });
    };
    return { occupancy: this.count(visit.siteId), keep: () => undefined, undo };
  }

  /** A visit as the store has it now. */
  note(visit: Visit): void {
    if (!isInside(visit, this.#clock.now()) || this.#departed.has(visit.id)) return;
    this.#room(visit.siteId).put({ ...insideOf(visit), isStored: true, tick: ++this.#tick });
  }

  /** Another process says that somebody came in. */
  heardOpened({ siteId, ...inside }: HeardVisit): void {
    const isNews = inside.until > this.#clock.now() && !this.#departed.has(inside.visitId);
    const room = this.#room(siteId);
    if (isNews && !room.has(inside.personId)) room.put({ ...inside, isStored: true, tick: ++this.#tick });
  }

  /** Another process says that a visit is over. */
  heardClosed({ siteId, personId, visitId }: Omit<HeardVisit, 'until'>): void {
    this.#departed.add(visitId);
    this.#room(siteId).remove(personId, visitId);
  }

  /** Another process changed an open visit: what is kept of it here is out of date. */
  heardChanged({ siteId, personId }: Omit<HeardVisit, 'until'>): void {
    this.#room(siteId).forgetVisit(personId);
  }

  /** The point in time that `replace` needs: taken before the store is read. */
  mark(): number {
    return this.#tick;
  }

  /** Puts what the store had since `mark` in place of everything that has not changed since. */
  replace(visits: readonly Visit[], mark: number): void {
    const now = this.#clock.now();
    const inside = visits.filter((visit) => isInside(visit, now) && !this.#departed.has(visit.id));
    const bySite = Map.groupBy(inside, ({ siteId }) => siteId);
    for (const siteId of new Set([...bySite.keys(), ...this.#rooms.keys()])) {
      const stored = (bySite.get(siteId) ?? []).map((visit) => ({ ...insideOf(visit), isStored: true, tick: mark }));
      this.#room(siteId).replace(stored, mark);
    }
  }

  /** Without those whose visit has ended by itself: they may come in again. */
  #room(siteId: string): Room {
    const room = this.#rooms.get(siteId) ?? new Room();
    this.#rooms.set(siteId, room);
    room.dropEnded(this.#clock.now());
    return room;
  }
}

const insideOf = (visit: Visit) => ({ visitId: visit.id, personId: visit.personId, until: visit.until, visit });
