import { snapshot as en } from '../../words/en/snapshot.ts';
import { snapshot as fr } from '../../words/fr/snapshot.ts';
import { wordsOf } from '../../words/words-of.ts';

export const useSnapshotWords = wordsOf({ en, fr });
