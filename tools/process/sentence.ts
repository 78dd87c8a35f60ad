/** A failure that the person at the terminal can do something about: printed as its one sentence, without a stack. */
export class Sentence extends Error {
  override readonly name = 'Sentence';
}

/** What to print for any failure: the sentence where we have one, else everything known. */
export const explain = (error: unknown): string => {
  if (error instanceof Sentence) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
};
