import { evacuation as en } from '../../words/en/evacuation.ts';
import { evacuation as fr } from '../../words/fr/evacuation.ts';
import { wordsOf } from '../../words/words-of.ts';

export const useEvacuationWords = wordsOf({ en, fr });
