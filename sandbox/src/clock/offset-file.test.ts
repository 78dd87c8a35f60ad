import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readOffset, writeOffset } from './offset-file.ts';

const fresh = async () => join(await mkdtemp(join(tmpdir(), 'guildhall-clock-')), 'data', 'clock.json');

describe('the offset file', () => {
  it('is real time when there is none', async () => {
    expect(await readOffset(await fresh())).toBe(0);
  });

  it('gives back what was written', async () => {
    const path = await fresh();
    await writeOffset(path, -1_500);
    expect(await readOffset(path)).toBe(-1_500);
  });

  it('is real time when it cannot be read', async () => {
    const path = await fresh();
    await writeOffset(path, 1);
    await writeFile(path, '{"offsetMs":"soon"}');
    expect(await readOffset(path)).toBe(0);
  });
});
