import type { Letter } from '../../domain/letter.ts';

export interface LetterBox {
  /** Sends each letter once, by its key, whoever asks for it and how often. */
  send(letters: readonly Letter[]): Promise<void>;
}
