import { createHash, randomBytes } from 'node:crypto';
import type { Tokens } from '../../app/ports.ts';

const tokenBytes = 32;

const hash = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** Tokens of 256 random bits, which need no salt: only their SHA-256 is kept. */
export const randomTokens: Tokens = {
  make() {
    const token = randomBytes(tokenBytes).toString('base64url');
    return { token, tokenHash: hash(token) };
  },
  hash,
};
