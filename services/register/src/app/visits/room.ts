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

/** The people inside one site, each once. */
export class Room {
  readonly #people = new Map<string, Inside>();
  #earliestEnd = Infinity;

  get(personId: string): Inside | undefined {
    return this.#people.get(personId);
  }

  has(personId: string): boolean {
    return this.#people.has(personId);
  }

  put(inside: Inside): void {
    this.#people.set(inside.personId, inside);
    this.#earliestEnd = Math.min(this.#earliestEnd, inside.until.getTime());
  }

  /** Removes the person if that visit is the one known; returns what was there. */
  remove(personId: string, visitId: string): Inside | undefined {
    const known = this.#people.get(personId);
    if (known?.visitId !== visitId) return undefined;
    this.#people.delete(personId);
    return known;
  }

  /** What is kept of the visit is out of date. */
  forgetVisit(personId: string, displayName: string): void {
    const known = this.#people.get(personId);
    if (!known) return;
    const { visit: _outdated, ...rest } = known;
    this.#people.set(personId, { ...rest, displayName });
  }

  everybody(): readonly Inside[] {
    return [...this.#people.values()];
  }

  get size(): number {
    return this.#people.size;
  }

  /** Everything known up to `mark` gives way to `stored`; what is newer or still being stored remains. */
  replace(stored: readonly Inside[], mark: number): void {
    const remaining = [...this.#people.values()].filter(({ isStored, tick }) => !isStored || tick > mark);
    this.#people.clear();
    this.#earliestEnd = Infinity;
    for (const inside of [...stored, ...remaining]) this.put(inside);
  }

  dropEnded(now: Date): void {
    if (now.getTime() < this.#earliestEnd) return;
    this.#earliestEnd = Infinity;
    for (const [personId, { until }] of this.#people) {
      if (until <= now) this.#people.delete(personId);
      else this.#earliestEnd = Math.min(this.#earliestEnd, until.getTime());
    }
  }
}
