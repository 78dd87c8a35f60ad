import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { differences } from './contracts.ts';

let root: string;
const write = async (side: string, name: string, text: string): Promise<void> => {
  await mkdir(join(root, side, 'v1'), { recursive: true });
  await writeFile(join(root, side, 'v1', name), text);
};
const compare = () => differences(join(root, 'left'), join(root, 'right'));

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'guildhall-diff-'));
  for (const side of ['left', 'right']) await write(side, 'service_pb.ts', 'same');
});
afterEach(() => rm(root, { recursive: true, force: true }));

describe('generated code', () => {
  it('is current when it is the same', async () => {
    expect(await compare()).toEqual([]);
  });

  it('is stale when a file differs, is missing, or should be gone', async () => {
    await write('left', 'service_pb.ts', 'newer');
    await write('left', 'events_pb.ts', 'new');
    await write('right', 'gone_pb.ts', 'old');
    expect(await compare()).toEqual(['/v1/events_pb.ts', '/v1/gone_pb.ts', '/v1/service_pb.ts']);
  });
});
