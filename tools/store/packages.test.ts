import { describe, expect, it } from 'vitest';
import { isNeeded, PINNED, TREE_NAME } from './packages.ts';

describe('the packages of the store', () => {
  it.each([
    'postgresql-18',
    'postgresql-18-documentdb',
    'postgresql-18-cron',
    'libc6',
    'libssl3t64',
    'libicu78',
    'libpcre2-8-0',
    'libgeos-c1t64',
  ])('include %s', (name) => {
    expect(isNeeded(name)).toBe(true);
  });

  it.each(['perl-base', 'systemd', 'libgdal38', 'postgresql-common', 'fonts-dejavu-core', 'tzdata'])(
    'leave out %s',
    (name) => {
      expect(isNeeded(name)).toBe(false);
    },
  );

  it('give their versions to the folder they are kept in', () => {
    for (const { version } of PINNED) expect(TREE_NAME).toContain(version);
  });
});
