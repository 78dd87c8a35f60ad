import { templates as en } from '../../words/en/templates.ts';
import { templates as fr } from '../../words/fr/templates.ts';
import { wordsOf } from '../../words/words-of.ts';

export const useTemplateWords = wordsOf({ en, fr });
