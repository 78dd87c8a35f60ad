import { volunteerApply as en } from '../../words/en/volunteer-apply.ts';
import { volunteerApply as fr } from '../../words/fr/volunteer-apply.ts';
import { wordsOf } from '../../words/words-of.ts';

export const useApplyWords = wordsOf({ en, fr });
