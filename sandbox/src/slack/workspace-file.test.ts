import { join } from 'node:path';
import { systemClock } from '@guildhall/kernel';
import { temporaryFolder } from '@guildhall/testing';
import { beforeEach, describe, expect, it } from 'vitest';
import { openWorkspace } from './workspace-file.ts';

let dir: string;
beforeEach(() => {
  dir = temporaryFolder();
});

const reported: unknown[] = [];
const open = () => openWorkspace(join(dir, 'slack.jsonl'), 'example.org', systemClock, (error) => reported.push(error));

describe('the file of the workspace', () => {
  it('brings channels, members and direct messages back', async () => {
    const first = await open();
    const north = first.workspace.channel('north');
    const ada = first.workspace.memberByEmail('ada@example.org');
    const grace = first.workspace.memberByEmail('grace@example.org');
    const direct = grace && first.workspace.direct(grace);
    await first.close();
    const second = await open();
    expect(second.workspace.find('north')).toEqual(north);
    expect(second.workspace.member(ada?.id ?? '')).toEqual(ada);
    expect(second.workspace.find(direct?.id ?? '')).toEqual(direct);
    await second.close();
  });

  it('that cannot be written is reported, and the workspace goes on', async () => {
    const { workspace, close } = await open();
    await close();
    expect(workspace.channel('quay').name).toBe('quay');
    await expect.poll(() => reported).toHaveLength(1);
  });
});
