import { notifications as en } from '../../words/en/notifications.ts';
import { notifications as fr } from '../../words/fr/notifications.ts';
import { wordsOf } from '../../words/words-of.ts';

export const useNotificationWords = wordsOf({ en, fr });
