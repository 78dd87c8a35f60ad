export type Direction = 'in' | 'out';

/** A movement that the platform said it had made. */
export type Movement = Readonly<{
  personId: string;
  displayName: string;
  siteId: string;
  direction: Direction;
  visitId: string;
}>;

/** A login mail that the platform said it would send; without an id when it only said so by refusing a second one. */
export type LoginMail = Readonly<{ address: string; challengeId: string | undefined }>;

/** What the clients were told, and when: the judge of everything else. Kept in memory of a process that nobody kills. */
export class Ledger {
  readonly movements: Movement[] = [];
  readonly mails: LoginMail[] = [];
  /** Addresses that a message was promised to. */
  readonly promised: string[] = [];
  /** When something was acknowledged, in milliseconds of `performance.now()`, in order. */
  readonly successes: number[] = [];
  /** When an attempt came to nothing that a repeat may cure, and how. */
  readonly setbacks: { readonly at: number; readonly how: string }[] = [];
  /** Answers that should never be given, whatever dies. */
  readonly unexpected: string[] = [];
  /** What was given up, for the run was over: it may be stored or not. */
  abandoned = 0;

  moved(movement: Movement): void {
    this.movements.push(movement);
    this.successes.push(performance.now());
  }

  mailed(mail: LoginMail): void {
    this.mails.push(mail);
    this.successes.push(performance.now());
  }

  promisedTo(addresses: readonly string[]): void {
    this.promised.push(...addresses);
    this.successes.push(performance.now());
  }

  failed(how: string): void {
    this.setbacks.push({ at: performance.now(), how });
  }
}

/** Longest time without a success between two moments, in milliseconds. */
export function longestGap(successes: readonly number[], from: number, to: number): number {
  const within = successes.filter((at) => at > from && at < to);
  const moments = [from, ...within, to];
  return Math.max(...moments.slice(1).map((at, index) => at - (moments[index] ?? at)));
}
