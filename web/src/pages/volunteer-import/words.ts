import { volunteerImport as en } from '../../words/en/volunteer-import.ts';
import { volunteerImport as fr } from '../../words/fr/volunteer-import.ts';
import { wordsOf } from '../../words/words-of.ts';

export const useImportWords = wordsOf({ en, fr });
