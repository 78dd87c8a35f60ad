import { describe, expect, it } from 'vitest';
import { isAtLeast, LOWEST, versionIn, WANTED } from './version.ts';

describe('server versions', () => {
  it('are read from what the server prints', () => {
    expect(versionIn('nats-server: v2.15.1\n')).toBe('2.15.1');
    expect(versionIn('no idea')).toBeUndefined();
  });

  it('are compared as numbers, not as text', () => {
    expect(isAtLeast('2.9.10', LOWEST)).toBe(false);
    expect(isAtLeast('2.10.22', LOWEST)).toBe(false);
    expect(isAtLeast('2.10.23', LOWEST)).toBe(true);
    expect(isAtLeast('2.15.1', WANTED)).toBe(true);
    expect(isAtLeast('3.0.0', WANTED)).toBe(true);
  });
});
