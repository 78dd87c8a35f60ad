import type { Clock } from '@guildhall/kernel';
import { isInside, type Visit } from '../../domain/visit.ts';
import { latestNews } from './latest-news.ts';
import { type Inside, Room } from './room.ts';

/** What a movement did to the count, and how to take that back when it was not stored. */
export type Reservation = Readonly<{ occupancy: number; keep(): void; undo(): void }>;

/** What processes hear of a visit: as it became with `version`. */
export type HeardVisit = Readonly<
  Pick<Inside, 'visitId' | 'personId' | 'displayName' | 'until'> & { siteId: string; version: number }
>;

type HeardEnd = Readonly<Pick<HeardVisit, 'siteId' | 'personId' | 'visitId' | 'version'>>;

const rememberedVisits = 20_000;

/**
 * Who is inside, in memory: so that answer, fact and Slack text of a movement agree on one count without a read.
 * It is a copy: the store decides, own movements and the facts of other processes keep it current, and `replace`
 * heals what was missed.
 */
export class Presence {
  readonly #rooms = new Map<string, Room>();
  readonly #news = latestNews(rememberedVisits);
  /** How many ways out of each visit, as it is with a version, are on their way to the store. */
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

  /** The visits of everybody inside: the same array while nobody moves. Undefined when the store has to be asked. */
  visits(siteId: string): readonly Visit[] | undefined {
    return this.#room(siteId).visits();
  }

  /** The open visit of a person, as far as it is known here; the store may know better. */
  find(siteId: string, personId: string): Visit | undefined {
    const inside = this.#room(siteId).get(personId);
    return inside?.isStored ? inside.visit : undefined;
  }

  /** Counts a person in before the visit is stored. */
  enter(visit: Visit): Reservation {
    const room = this.#room(visit.siteId);
    room.put({ ...insideOf(visit), isStored: false, tick: ++this.#tick });
    return {
      occupancy: this.count(visit.siteId),
      keep: () => this.note(visit),
      undo: () => room.remove(visit.personId, visit.id),
    };
  }

  /** Counts a person out before that is stored as the visit's next version; `keep` or `undo` has to follow. */
  leave(visit: Visit): Reservation {
    const { id: visitId, siteId, personId, version } = visit;
    const room = this.#room(siteId);
    const before = room.remove(personId, visitId);
    const way = wayOut(visitId, version);
    this.#leaving.set(way, (this.#leaving.get(way) ?? 0) + 1);
    const undo = (): void => {
      this.#settle(way);
      // Another way out of the same visit may have been stored meanwhile.
      const isStillIn = before !== undefined && !this.#isOld(visitId, version);
      if (isStillIn) room.put({ ...before, tick: ++this.#tick });
    };
    const keep = (): void => {
      this.#settle(way);
      this.heardClosed({ siteId, personId, visitId, version: version + 1 });
    };
    return { occupancy: this.count(siteId), keep, undo };
  }

  /** A visit as the store has it now. */
  note(visit: Visit): void {
    if (!isInside(visit, this.#clock.now()) || this.#isOld(visit.id, visit.version)) return;
    this.#room(visit.siteId).put({ ...insideOf(visit), isStored: true, tick: ++this.#tick });
  }

  /** Somebody came in, or a visit that was closed goes on. */
  heardOpened(visit: HeardVisit): void {
    const isNews = visit.until > this.#clock.now() && !this.#isOld(visit.visitId, visit.version);
    if (isNews) this.#add(visit);
  }

  /** A visit is over. */
  heardClosed({ siteId, personId, visitId, version }: HeardEnd): void {
    if (!this.#news.learn(visitId, version, undefined)) return;
    this.#room(siteId).remove(personId, visitId);
  }

  /** Another process changed an open visit: what is kept of it here is out of date. */
  heardChanged({ siteId, personId, displayName }: Pick<HeardVisit, 'siteId' | 'personId' | 'displayName'>): void {
    this.#room(siteId).forgetVisit(personId, displayName);
  }

  /** An open visit is another person's now. */
  heardMoved(from: string, visit: HeardVisit): void {
    const { siteId, visitId, personId, version } = visit;
    const isNews = this.#news.learn(visitId, version, personId);
    if (this.#news.ownerOf(visitId) !== from) this.#room(siteId).remove(from, visitId);
    // Whoever is about to close the visit as the former owner's will find that it has changed.
    if (isNews && visit.until > this.#clock.now()) this.#add(visit);
  }

  /** The point in time that `replace` needs: taken before the store is read. */
  mark(): number {
    return this.#tick;
  }

  /** Puts what the store had since `mark` in place of everything that has not changed since. */
  replace(visits: readonly Visit[], mark: number): void {
    const now = this.#clock.now();
    const inside = visits.filter((visit) => isInside(visit, now) && !this.#isOld(visit.id, visit.version));
    const bySite = Map.groupBy(inside, ({ siteId }) => siteId);
    for (const siteId of new Set([...bySite.keys(), ...this.#rooms.keys()])) {
      const stored = (bySite.get(siteId) ?? []).map((visit) => ({ ...insideOf(visit), isStored: true, tick: mark }));
      this.#room(siteId).replace(stored, mark);
    }
  }

  #add({ siteId, version: _version, ...inside }: HeardVisit): void {
    const room = this.#room(siteId);
    if (!room.has(inside.personId, inside.visitId)) room.put({ ...inside, isStored: true, tick: ++this.#tick });
  }

  /** What was true before is heard late: the visit is over, about to be, or another person's. */
  #isOld(visitId: string, version: number): boolean {
    return this.#leaving.has(wayOut(visitId, version)) || this.#news.isOld(visitId, version);
  }

  #settle(way: string): void {
    const left = (this.#leaving.get(way) ?? 0) - 1;
    if (left > 0) this.#leaving.set(way, left);
    else this.#leaving.delete(way);
  }

  /** Without those whose visit has ended by itself: they may come in again. */
  #room(siteId: string): Room {
    const room = this.#rooms.get(siteId) ?? new Room();
    this.#rooms.set(siteId, room);
    room.dropEnded(this.#clock.now());
    return room;
  }
}

const wayOut = (visitId: string, version: number): string => `${visitId}@${version}`;

const insideOf = (visit: Visit) => {
  const { id: visitId, personId, displayName, until } = visit;
  return { visitId, personId, displayName, until, visit };
};
