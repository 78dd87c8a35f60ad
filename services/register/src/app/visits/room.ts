import type { Visit } from '../../domain/visit.ts';

/** One person inside one site. */
export type Inside = Readonly<{
  visitId: string;
  personId: string;
  displayName: string;
  until: Date;
  /** Absent when another process opened it: then the store has it. */
  visit?: Visit;
  /** False while the visit is on its way to the store. */
  isStored: boolean;
  /** When this became known, on the counter of `Presence`. */
  tick: number;
}>;

/**
 * The people inside one site, each counted once. Of one person several visits may be known for a moment: one that is
 * refused as there is another, one that is over and not heard of yet. Each comes and goes by itself.
 */
export class Room {
  readonly #people = new Map<string, readonly Inside[]>();
  #earliestEnd = Infinity;
  /** Made when asked for; absent again as soon as somebody moves. */
  #visits: readonly Visit[] | undefined;

  /** The visit of a person that the store has; one on its way there when there is no other. */
  get(personId: string): Inside | undefined {
    const known = this.#people.get(personId);
    return known?.findLast(({ isStored }) => isStored) ?? known?.at(-1);
  }

  has(personId: string, visitId: string): boolean {
    return this.#people.get(personId)?.some((inside) => inside.visitId === visitId) === true;
  }

  put(inside: Inside): void {
    const others = this.#people.get(inside.personId)?.filter(({ visitId }) => visitId !== inside.visitId) ?? [];
    this.#people.set(inside.personId, [...others, inside]);
    this.#visits = undefined;
    this.#earliestEnd = Math.min(this.#earliestEnd, inside.until.getTime());
  }

  /** Returns what was known of that visit. */
  remove(personId: string, visitId: string): Inside | undefined {
    const known = this.#people.get(personId)?.find((inside) => inside.visitId === visitId);
    if (known) this.#keep(personId, (inside) => inside !== known);
    return known;
  }

  /** What is kept of the person's visits is out of date. */
  forgetVisit(personId: string, displayName: string): void {
    const known = this.#people.get(personId) ?? [];
    for (const { visit: _outdated, ...rest } of known) this.put({ ...rest, displayName });
  }

  /** One visit of each. */
  everybody(): readonly Inside[] {
    return [...this.#people.values()].map((known) => known.at(-1)!);
  }

  /**
   * The visits that the store has, one of each person: the same array while nobody moves. Undefined when one is known by
   * hearsay only.
   */
  visits(): readonly Visit[] | undefined {
    if (this.#visits) return this.#visits;
    const stored = [...this.#people.keys()].map((personId) => this.get(personId)!).filter(({ isStored }) => isStored);
    const visits = stored.flatMap(({ visit }) => visit ?? []);
    if (visits.length === stored.length) this.#visits = visits;
    return this.#visits;
  }

  get size(): number {
    return this.#people.size;
  }

  /** Everything known up to `mark` gives way to `stored`; what is newer or still being stored remains. */
  replace(stored: readonly Inside[], mark: number): void {
    const remaining = [...this.#people.values()].flat().filter(({ isStored, tick }) => !isStored || tick > mark);
    this.#people.clear();
    this.#visits = undefined;
    this.#earliestEnd = Infinity;
    for (const inside of [...stored, ...remaining]) this.put(inside);
  }

  dropEnded(now: Date): void {
    if (now.getTime() < this.#earliestEnd) return;
    this.#earliestEnd = Infinity;
    for (const personId of this.#people.keys()) this.#keep(personId, ({ until }) => now < until);
    const ends = [...this.#people.values()].flat().map(({ until }) => until.getTime());
    for (const end of ends) this.#earliestEnd = Math.min(this.#earliestEnd, end);
  }

  #keep(personId: string, which: (inside: Inside) => boolean): void {
    const remaining = this.#people.get(personId)?.filter(which) ?? [];
    if (remaining.length > 0) this.#people.set(personId, remaining);
    else this.#people.delete(personId);
    this.#visits = undefined;
  }
}
