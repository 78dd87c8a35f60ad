import { volunteerSystems as en } from '../../words/en/volunteer-systems.ts';
import { volunteerSystems as fr } from '../../words/fr/volunteer-systems.ts';
import { wordsOf } from '../../words/words-of.ts';

export const useSystemWords = wordsOf({ en, fr });
