import { expect, it } from 'vitest';
import { boundTo } from './account.ts';
import type { Attempt } from './message.ts';
import { nine } from './testing.ts';

const attempt = (provider: string, change: Partial<Attempt> = {}): Attempt => ({
  at: nine,
  provider,
  outcome: 'failed',
  durationMs: 5,
  ...change,
});

it('is free to go by any account while none may have it', () => {
  expect(boundTo({ attempts: [] })).toBeUndefined();
  expect(boundTo({ attempts: [attempt('smtp'), attempt('graph')] })).toBeUndefined();
});

it('stays with the first account that may have it, whatever comes later', () => {
  expect(boundTo({ attempts: [attempt('smtp'), attempt('graph', { unclear: true }), attempt('graph')] })).toBe('graph');
});
