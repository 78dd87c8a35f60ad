import { type Language, useSpeaking } from './words.ts';

/** The words of one part of the application, in both languages, loaded with that part and not before. */
export const wordsOf =
  <Block>(block: Readonly<Record<Language, Block>>) =>
  (): Block =>
    block[useSpeaking().language];
