import { links as en } from '../../words/en/links.ts';
import { links as fr } from '../../words/fr/links.ts';
import { wordsOf } from '../../words/words-of.ts';

export const useLinksWords = wordsOf({ en, fr });
