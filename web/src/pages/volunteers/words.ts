import { volunteers as en } from '../../words/en/volunteers.ts';
import { volunteers as fr } from '../../words/fr/volunteers.ts';
import { wordsOf } from '../../words/words-of.ts';

export const useVolunteerWords = wordsOf({ en, fr });

/** The word for something that the platform may name in ways that are not foreseen here. */
export const wordFor = (words: Readonly<Record<string, string>>, key: string): string => words[key] ?? key;
