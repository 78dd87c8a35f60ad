// How long writers of a collection take turns after a deadlock.
const CALM_MS = 5_000;

interface Place {
  /** Milliseconds of the epoch; until then writers take turns. */
  until: number;
  /** Settles when the last writer in the queue is done. */
  last: Promise<unknown>;
}

/**
 * Who locks many documents may meet another who locks the same ones in another order. PostgreSQL then undoes one of the
 * two after a wait; when many meet, nearly all of them, again and again. So after the first deadlock in a collection
 * its writers of many documents take turns for a while. Otherwise they run side by side, as they come.
 */
export class Turns {
  readonly #places = new Map<string, Place>();

  /** Runs the job, after those before it where writers of this collection take turns. */
  async run<T>(collection: string, job: () => Promise<T>): Promise<T> {
    const place = this.#places.get(collection);
    if (!place) return job();
    const turn = place.last.then(job);
    const last: Promise<void> = turn.then(
      () => this.#leave(collection, place, last),
      () => this.#leave(collection, place, last),
    );
    place.last = last;
    return turn;
  }

  /** A deadlock was met in this collection. */
  collided(collection: string): void {
    const until = Date.now() + CALM_MS;
    const place = this.#places.get(collection);
    if (place) place.until = until;
    else this.#places.set(collection, { until, last: Promise.resolve() });
  }

  /** The last of the queue ends the turns when it has been calm for long enough. */
  #leave(collection: string, place: Place, last: Promise<unknown>): void {
    if (place.last === last && place.until <= Date.now()) this.#places.delete(collection);
  }
}
