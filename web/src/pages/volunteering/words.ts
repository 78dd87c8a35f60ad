import { volunteering as en } from '../../words/en/volunteering.ts';
import { volunteering as fr } from '../../words/fr/volunteering.ts';
import { wordsOf } from '../../words/words-of.ts';

export const useVolunteeringWords = wordsOf({ en, fr });
