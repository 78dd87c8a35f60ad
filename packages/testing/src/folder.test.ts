import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from './folder.ts';

describe('a temporary folder', () => {
  const earlier: string[] = [];
  let prepared: string;
  beforeEach(() => {
    prepared = temporaryFolder();
  });

  it.each(['one test', 'the next'])('is empty, and each one’s own: %s', () => {
    const folder = temporaryFolder();
    expect(readdirSync(folder)).toEqual([]);
    expect(folder).not.toBe(prepared);
    expect(earlier.filter(existsSync)).toEqual([]);
    writeFileSync(join(folder, 'left'), 'behind');
    earlier.push(folder, prepared);
  });
});
