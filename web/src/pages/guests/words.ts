import { guests as en } from '../../words/en/guests.ts';
import { guests as fr } from '../../words/fr/guests.ts';
import { wordsOf } from '../../words/words-of.ts';

export const useGuestsWords = wordsOf({ en, fr });
