import { describe, expect, it } from 'vitest';
import { leakedPasswords } from './leaked-passwords.ts';

const leaked = leakedPasswords();

describe('a password that everybody knows', () => {
  it.each(['password', 'qwertyuiop', '1q2w3e4r5t6y', 'Password1234', 'P@ssw0rd2023!', '!!iloveyou!!', 'dragondragon'])(
    '%s is refused',
    (password) => expect(leaked.has(password)).toBe(true),
  );

  it.each(['aaaaaaaaaaaa', 'abcabcabcabc', '123456789012', '987654321098', 'abcdefghijkl', 'lkjihgfedcba'])(
    '%s is one without being on any list',
    (password) => expect(leaked.has(password)).toBe(true),
  );
});

describe('a password of one’s own', () => {
  it.each([
    'correct horse battery staple',
    'dragon 8471625 3390',
    'Wd7#kq0-Zr!mV',
    'das Wasser ist heute blau',
    '密码就是这样的一个长句子吧',
  ])('%s is taken', (password) => expect(leaked.has(password)).toBe(false));
});
