import { kiosk as en } from '../../words/en/kiosk.ts';
import { kiosk as fr } from '../../words/fr/kiosk.ts';
import { wordsOf } from '../../words/words-of.ts';

export const useKioskWords = wordsOf({ en, fr });
