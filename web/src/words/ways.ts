import { ways as en } from './en/ways.ts';
import { ways as fr } from './fr/ways.ts';
import { wordsOf } from './words-of.ts';

/** The words about the ways in. */
export const useWays = wordsOf({ en, fr });
