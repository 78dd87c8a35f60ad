import { inbox as en } from '../../words/en/inbox.ts';
import { inbox as fr } from '../../words/fr/inbox.ts';
import { wordsOf } from '../../words/words-of.ts';

export const useInboxWords = wordsOf({ en, fr });
