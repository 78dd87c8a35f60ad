import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { randomTokens } from './tokens.ts';

it('tokens have 256 random bits and are kept as their SHA-256', () => {
  const { token, tokenHash } = randomTokens.make();
  expect(Buffer.from(token, 'base64url')).toHaveLength(32);
  expect(tokenHash).toBe(createHash('sha256').update(token).digest('base64url'));
  expect(randomTokens.hash(token)).toBe(tokenHash);
  expect(randomTokens.make().token).not.toBe(token);
});
