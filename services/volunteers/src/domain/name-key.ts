import { distance } from './nearest.ts';

const plain = (text: string): readonly string[] =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

// What is written this way or that: vowels, an h, a letter or two of it, c or k, f or ph, w or v.
const skeleton = (word: string): string =>
  word
    .replaceAll('ph', 'f')
    .replaceAll(/[cq]/g, 'k')
    .replaceAll('w', 'v')
    .replaceAll(/(?<=.)[aeiouyh]/g, '')
    .replaceAll(/(\p{L})\1+/gu, '$1');

type Word = Readonly<{ word: string; bones: string }>;

/** The words by what is left of them, so that their order does not matter. */
const wordsOf = (name: string): readonly Word[] =>
  plain(name)
    .map((word) => ({ word, bones: skeleton(word) }))
    .toSorted((a, b) => (a.bones < b.bones ? -1 : Number(a.bones > b.bones)));

/** The same for names that are alike: in another order, with other vowels, accents or doubled letters. */
export const nameKey = (name: string): string =>
  wordsOf(name)
    .map(({ bones }) => bones)
    .join(' ');

const fewLetters = 2;

/** Few letters are different, whatever the order of the names. */
export const areAlike = (a: string, b: string): boolean => distance(inOrder(a), inOrder(b)) <= fewLetters;

const inOrder = (name: string): string =>
  wordsOf(name)
    .map(({ word }) => word)
    .join(' ');
