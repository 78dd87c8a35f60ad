import { systemClock } from '@guildhall/kernel';
import { describe, expect, it, vi } from 'vitest';
import type { Fault } from '../faults/fault.ts';
import { FaultBoard } from '../faults/fault-board.ts';
import { strikeSmtp } from './smtp-fault.ts';

function setUp(fault: Omit<Fault, 'provider'>) {
  const board = new FaultBoard(systemClock);
  board.add({ provider: 'smtp', ...fault });
  const drop = vi.fn<() => void>();
  return { drop, at: (stage: 'rcpt' | 'data') => strikeSmtp(board, stage, ['ada@example.org'], drop) };
}

describe('a fault of the mail server', () => {
  it('refuses at RCPT unless it says otherwise', async () => {
    const { at } = setUp({ status: 450 });
    expect(await at('data')).toBeUndefined();
    await expect(at('rcpt')).rejects.toMatchObject({ responseCode: 450 });
  });

  it('refuses at DATA when it says so', async () => {
    const { at } = setUp({ status: 554, stage: 'data' });
    expect(await at('rcpt')).toBeUndefined();
    await expect(at('data')).rejects.toMatchObject({ responseCode: 554 });
  });

  it('drops the connection', async () => {
    const { at, drop } = setUp({ effect: 'reset' });
    await expect(at('data')).rejects.toMatchObject({ responseCode: 421 });
    expect(drop).toHaveBeenCalledOnce();
  });

  it('that loses the answer lets the mail be taken first', async () => {
    const { at, drop } = setUp({ effect: 'duplicate' });
    expect(await at('data')).toMatchObject({ effect: 'duplicate' });
    expect(drop).not.toHaveBeenCalled();
  });

  it('that only delays lets the mail through', async () => {
    const { at } = setUp({ delayMs: 1 });
    expect(await at('data')).toMatchObject({ delayMs: 1 });
  });

  it('names neither the recipient nor anything else of the mail', async () => {
    const { at } = setUp({ status: 550 });
    await expect(at('rcpt')).rejects.toThrow(/^Not taken$/);
  });
});
