import type { Ground } from '../../domain/ground.ts';
import type { Outcome, Volunteer } from '../../domain/volunteer.ts';
import type { Said } from '../ports.ts';

/** What came of a step, so that it can be applied to whatever the volunteer has become meanwhile. */
export type Effect = Readonly<{
  apply: (volunteer: Volunteer, ground: Ground) => Outcome;
  /** What else is told, of the volunteer as stored. */
  said?: (stored: Volunteer, ground: Ground) => readonly Said[];
}>;
