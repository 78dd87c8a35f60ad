/** What `npm run <verb>` does; resolves to the exit code. */
export interface Verb {
  /** One line for `--help`. */
  readonly about: string;
  /** It explains itself: `--help` is for it, not for us. */
  readonly explainsItself?: true;
  run(place: Place, args: readonly string[]): Promise<number>;
}

export interface Place {
  /** The checkout. */
  readonly root: string;
  /** What is kept between runs and not committed: fetched programs, data. */
  readonly dir: string;
}
