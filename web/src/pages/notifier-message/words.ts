import { notifier as en } from '../../words/en/notifier.ts';
import { notifier as fr } from '../../words/fr/notifier.ts';
import { wordsOf } from '../../words/words-of.ts';

export const useNotifierWords = wordsOf({ en, fr });
