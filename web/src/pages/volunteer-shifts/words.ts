import { volunteerShifts as en } from '../../words/en/volunteer-shifts.ts';
import { volunteerShifts as fr } from '../../words/fr/volunteer-shifts.ts';
import { wordsOf } from '../../words/words-of.ts';

export const useShiftWords = wordsOf({ en, fr });
