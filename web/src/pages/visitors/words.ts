import { visitors as en } from '../../words/en/visitors.ts';
import { visitors as fr } from '../../words/fr/visitors.ts';
import { wordsOf } from '../../words/words-of.ts';

export const useVisitorsWords = wordsOf({ en, fr });
