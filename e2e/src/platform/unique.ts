import { randomInt } from 'node:crypto';

const letters = 'abcdefghijklmnopqrstuvwxyz';

/** Letters that nobody else has: for addresses, sites and channels of this test only. */
export const unique = (length = 12): string =>
  Array.from({ length }, () => letters.charAt(randomInt(letters.length))).join('');
