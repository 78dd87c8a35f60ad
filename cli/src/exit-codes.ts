/** What the exit code of the program says. */
export const exitCodes = {
  done: 0,
  /** The platform refused, or the input was wrong in a way that only it could see. */
  refused: 1,
  /** The command line itself was wrong. */
  usage: 2,
  /** Nobody is signed in, or may not do this. */
  forbidden: 3,
  /** The platform could not be reached; the same command may work later. */
  unreachable: 4,
} as const;

/** A mistake in the command line, in a sentence that says what to write instead. */
export class UsageError extends Error {}
