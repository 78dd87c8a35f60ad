import { suppressions as en } from '../../words/en/suppressions.ts';
import { suppressions as fr } from '../../words/fr/suppressions.ts';
import { wordsOf } from '../../words/words-of.ts';

export const useSuppressionWords = wordsOf({ en, fr });
