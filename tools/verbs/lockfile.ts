import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { completed, type Lockfile, missing } from '../lockfile/complete.ts';
import { say } from '../terminal/screen.ts';
import type { Verb } from './verb.ts';

export const verb: Verb = {
  about: 'complete package-lock.json with the packages of other systems, after npm install',
  run: async ({ root }) => {
    const path = join(root, 'package-lock.json');
    const lock = JSON.parse(await readFile(path, 'utf8')) as Lockfile;
    const count = Object.keys(missing(lock)).length;
    if (count > 0) await writeFile(path, `${JSON.stringify(completed(lock), undefined, 2)}\n`);
    say(count > 0 ? `added ${count} packages of other systems` : 'nothing was missing');
    return 0;
  },
};
