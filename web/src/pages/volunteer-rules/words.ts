import { volunteerRules as en } from '../../words/en/volunteer-rules.ts';
import { volunteerRules as fr } from '../../words/fr/volunteer-rules.ts';
import { wordsOf } from '../../words/words-of.ts';

export const useRuleWords = wordsOf({ en, fr });
