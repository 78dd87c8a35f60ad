import { describe, expect, it } from 'vitest';
import { isOfCallbacks } from './fault.ts';
import { FaultBoard } from './fault-board.ts';

function setUp() {
  let now = 0;
  const board = new FaultBoard({ now: () => new Date(now) });
  return { board, wait: (seconds: number) => (now += seconds * 1_000) };
}

const take = (board: FaultBoard, ...places: string[]) => board.take('slack', places)?.status;

describe('the fault board', () => {
  it('strikes every call while nothing says otherwise', () => {
    const { board } = setUp();
    board.add({ provider: 'slack', status: 500 });
    expect([take(board), take(board)]).toEqual([500, 500]);
  });

  it('leaves other providers alone', () => {
    const { board } = setUp();
    board.add({ provider: 'twilio', status: 500 });
    expect(take(board)).toBeUndefined();
  });

  it('counts down', () => {
    const { board } = setUp();
    board.add({ provider: 'slack', status: 429, times: 2 });
    expect([take(board), take(board), take(board)]).toEqual([429, 429, undefined]);
    expect(board.list()).toEqual([]);
  });

  it('ends after its seconds of real time', () => {
    const { board, wait } = setUp();
    board.add({ provider: 'slack', status: 503, forSeconds: 10 });
    wait(9);
    expect(take(board)).toBe(503);
    wait(2);
    expect(take(board)).toBeUndefined();
  });

  it('strikes only where it matches, without regard to case', () => {
    const { board } = setUp();
    board.add({ provider: 'slack', status: 500, match: 'NORTH' });
    expect(take(board, '/slack/api/chat.postMessage', '#quay')).toBeUndefined();
    expect(take(board, '/slack/api/chat.postMessage', '#north')).toBe(500);
  });

  it('uses counted faults up in the order they came', () => {
    const { board } = setUp();
    board.add({ provider: 'slack', status: 429, times: 1 });
    board.add({ provider: 'slack', status: 500, times: 1 });
    expect([take(board), take(board)]).toEqual([429, 500]);
  });

  it('lets a new fault take the place of an endless one', () => {
    const { board } = setUp();
    board.add({ provider: 'slack', status: 500 });
    board.add({ provider: 'slack', status: 503 });
    expect(take(board)).toBe(503);
  });

  it('keeps what is wrong with calls apart from what is wrong with callbacks', () => {
    const { board } = setUp();
    board.add({ provider: 'twilio', effect: 'duplicate-callback' });
    board.add({ provider: 'twilio', status: 500 });
    expect(board.take('twilio', [])?.status).toBe(500);
    expect(board.take('twilio', [], isOfCallbacks)?.effect).toBe('duplicate-callback');
  });

  it('shows what is left of each fault', () => {
    const { board, wait } = setUp();
    board.add({ provider: 'slack', status: 500, times: 3, forSeconds: 10 });
    take(board);
    wait(4);
    expect(board.list()).toEqual([{ provider: 'slack', status: 500, times: 2, forSeconds: 6 }]);
  });

  it('forgets the faults of one provider, or all', () => {
    const { board } = setUp();
    board.add({ provider: 'slack', status: 500 });
    board.add({ provider: 'smtp', status: 451 });
    board.clear('smtp');
    expect(board.list()).toHaveLength(1);
    board.clear();
    expect(board.list()).toEqual([]);
  });

  it('is bounded', () => {
    const { board } = setUp();
    for (let count = 0; count < 100; count += 1) board.add({ provider: 'slack', status: 500, times: 1 });
    expect(() => board.add({ provider: 'slack', status: 500, times: 1 })).toThrow('At most 100');
  });
});
