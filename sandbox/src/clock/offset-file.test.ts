import { temporaryFolder } from '@guildhall/testing';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { readOffset, writeOffset } from './offset-file.ts';

let folder: string;
let path: string;

beforeEach(() => {
  folder = temporaryFolder();
  path = join(folder, 'data', 'clock.json');
});

describe('the offset file', () => {
  it('is real time when there is none', async () => {
    expect(await readOffset(path)).toBe(0);
  });

  it('gives back what was written', async () => {
    await writeOffset(path, -1_500);
    expect(await readOffset(path)).toBe(-1_500);
  });

  it('is real time when it cannot be read', async () => {
    await writeOffset(path, 1);
    await writeFile(path, '{"offsetMs":"soon"}');
    expect(await readOffset(path)).toBe(0);
  });
});
