import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { completed, type Lockfile, missing } from './complete.ts';

const lock: Lockfile = {
  lockfileVersion: 3,
  packages: {
    '': { version: '0.1.0' },
    'node_modules/fast': {
      version: '1.2.3',
      dev: true,
      optionalDependencies: { '@fast/linux-x64': '1.2.3', '@fast/darwin-arm64': '1.2.3', nicety: '^2.0.0' },
    },
    'node_modules/@fast/linux-x64': { version: '1.2.3', dev: true, optional: true },
  },
};

describe('the lockfile', () => {
  it('lists the packages of systems that this one is not', () => {
    expect(missing(lock)).toEqual({
      'node_modules/@fast/darwin-arm64': {
        version: '1.2.3',
        dev: true,
        optional: true,
        os: ['darwin'],
        cpu: ['arm64'],
      },
    });
  });

  it('needs nothing more once it is completed', () => {
    expect(missing(completed(lock))).toEqual({});
    expect(completed(lock).packages['node_modules/@fast/linux-x64']).toEqual(
      lock.packages['node_modules/@fast/linux-x64'],
    );
  });

  it('of this checkout is complete (npm run lockfile makes it so)', async () => {
    const path = join(import.meta.dirname, '..', '..', 'package-lock.json');
    expect(missing(JSON.parse(await readFile(path, 'utf8')) as Lockfile)).toEqual({});
  });
});
