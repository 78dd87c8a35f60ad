import { describe, expect, it } from 'vitest';
import { complaint, majorOf, ourNode, WANTED_MAJOR } from './runtime.mjs';

describe('the Node that runs us', () => {
  it('may be anything from 20 on for the bootstrap', () => {
    expect(complaint('v20.0.0')).toBeUndefined();
    expect(complaint('v26.1.0')).toBeUndefined();
  });

  it('that is too old is one sentence with where to get another', () => {
    expect(complaint('v18.20.4')).toBe('Node 20 or newer is needed, this is v18.20.4: https://nodejs.org has it.');
  });

  it('is read from its version', () => {
    expect(majorOf('v24.21.0\n')).toBe(24);
    expect(majorOf('nonsense')).toBe(0);
  });

  it('is the one that the lockfile brings', () => {
    const root = new URL('../..', import.meta.url).pathname;
    expect(WANTED_MAJOR).toBe(24);
    expect(ourNode(root, () => undefined)).toContain('node_modules/node/bin/node');
  });
});
