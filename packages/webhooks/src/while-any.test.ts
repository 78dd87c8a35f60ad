import { afterEach, describe, expect, it, vi } from 'vitest';
import { whileAny } from './while-any.ts';

const report = (error: unknown): never => {
  throw error;
};

async function watched(...wanted: boolean[]) {
  const said: string[] = [];
  const open = () => {
    said.push('opened');
    return { close: async () => void said.push('closed') };
  };
  const held = await whileAny({ isWanted: async () => wanted.shift() ?? false, open, everyMs: 5 }, report);
  closing = held.close;
  return { said, held };
}

let closing = async (): Promise<void> => undefined;
afterEach(() => closing());

describe('what runs while there is use for it', () => {
  it('runs from the start where it is wanted', async () => {
    expect((await watched(true)).said[0]).toBe('opened');
  });

  it('begins when it is wanted, and ends when it is not any more', async () => {
    const { said } = await watched(false, true, true, false, true, false);
    await vi.waitFor(() => expect(said).toEqual(['opened', 'closed', 'opened', 'closed']));
  });

  it('ends with its owner', async () => {
    const { said, held } = await watched(true, true, true, true, true, true, true, true);
    await held.close();
    expect(said).toEqual(['opened', 'closed']);
  });
});
