import { beforeEach, describe, expect, it } from 'vitest';
import { request, succeed } from '../../domain/delivery.ts';
import { anOrder, later, nine } from '../../domain/testing.ts';
import { messageRepository } from './message.repository.ts';

const sent = succeed(
  request(anOrder(), 'm1', nine).next,
  { at: later(1), provider: 'smtp', outcome: 'sent', durationMs: 5 },
  later(1),
);

let done: string[];
let marking: PromiseWithResolvers<void> | undefined;
const open = () =>
  messageRepository({
    aggregates: { save: async () => void done.push('saved'), find: async () => undefined, model: {} as never },
    toEnvelope: () => ({ id: 'e1', at: nine, subject: 'x', data: new Uint8Array(), headers: {} }),
    markDay: (at) => {
      done.push(`marked ${at.toISOString().slice(0, 10)}`);
      return marking?.promise;
    },
  });

beforeEach(() => {
  [done, marking] = [[], undefined];
});

describe('a message that is stored', () => {
  it('has its day marked before: who dies in between has announced a change that there is not', async () => {
    marking = Promise.withResolvers();
    const saving = open().save(sent);
    await Promise.resolve();
    expect(done).toEqual([`marked ${nine.toISOString().slice(0, 10)}`]);

    marking.resolve();
    await saving;
    expect(done.at(-1)).toBe('saved');
  });

  it('leaves what was counted as it is when it is only forgotten', async () => {
    await open().save({ next: { ...sent.next, masked: true }, facts: [] });
    expect(done).toEqual(['saved']);
  });

  it('is counted anew when something becomes of it after that', async () => {
    await open().save({ ...sent, next: { ...sent.next, masked: true } });
    expect(done).toHaveLength(2);
  });
});
