import { expect, it } from 'vitest';
import { cutUserAgent } from './audit.ts';

it('cuts a long user agent instead of refusing it', () => {
  expect(cutUserAgent('x'.repeat(300))).toHaveLength(255);
});
