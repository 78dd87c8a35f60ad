import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { LeakedPasswords } from '../../app/accounts/ports.ts';

const file = new URL('../../../leaked-passwords/hashes.bin', import.meta.url);
const hashBytes = 4;
const shortestWord = 4;

/** Passwords that are on the list, or that a guesser makes of one on the list first. */
export function leakedPasswords(): LeakedPasswords {
  const bytes = readFileSync(file);
  const hashes = new Set(
    Array.from({ length: bytes.length / hashBytes }, (_, index) => bytes.readUInt32BE(index * hashBytes)),
  );
  const isListed = (word: string): boolean => hashes.has(hash('sha256', word, 'buffer').readUInt32BE(0));
  return {
    has: (password) => {
      const typed = password.toLowerCase();
      return isRun(typed) || [...guesses(typed)].some((guess) => isListed(guess) || isMonotonous(guess));
    },
  };
}

/** "P@ssw0rd2023!" is "password" to whoever guesses: a few characters at its ends, and digits that look like letters. */
function guesses(typed: string): ReadonlySet<string> {
  const bare = [typed, plain(typed)].flatMap((one) => [one, stem(one), plain(stem(one))]);
  return new Set(bare.flatMap((one) => [one, unit(one)]));
}

const mostAdded = 6;

function stem(typed: string): string {
  const bare = typed.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return typed.length - bare.length <= mostAdded ? bare : typed;
}

const lookAlikes: Readonly<Record<string, string>> = {
  '@': 'a',
  4: 'a',
  3: 'e',
  1: 'i',
  '!': 'i',
  0: 'o',
  5: 's',
  $: 's',
};
const plain = (typed: string): string => typed.replace(/[@431!05$]/g, (letter) => lookAlikes[letter] ?? letter);

/** What a text repeats: "abcabc" is "abc". */
const unit = (text: string): string => /^(.+?)\1+$/u.exec(text)?.[1] ?? text;

const isMonotonous = (text: string): boolean => [...text].length < shortestWord;

/** "123456789012", "lkjihgfedcba". */
function isRun(text: string): boolean {
  const steps = [...text].slice(1).map((letter, index) => {
    const [from, to] = [text.charCodeAt(index), letter.charCodeAt(0)];
    return /\d/.test(letter) ? (to - from + 10) % 10 : to - from;
  });
  return steps.every((step) => step === 1) || steps.every((step) => step === -1 || step === 9);
}
