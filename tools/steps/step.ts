import type { Place } from '../verbs/verb.ts';

export interface Outcome {
  readonly ok: boolean;
  /** Tests that passed and failed; a step without tests of its own counts as one. */
  readonly passed?: number;
  readonly failed?: number;
  /** Shown when the step failed. */
  readonly output?: string;
  /** What failed and how, a few lines each: said once more at the very end. */
  readonly failures?: readonly string[];
}

/** One named part of `npm test`. */
export interface Step {
  readonly name: string;
  run(place: Place, filters: readonly string[]): Promise<Outcome>;
}
