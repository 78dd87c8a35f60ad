import type { Envelope } from '@guildhall/messaging';
import { describe, expect, it } from 'vitest';
import { type NumberedSave, saveNumber, writeOf } from './save-write.ts';

const keptAt = new Date(5_000);
const message = (id: string): Envelope => ({ id, at: new Date(0), subject: 's', data: Uint8Array.of(1), headers: {} });
const save = (more: Partial<NumberedSave<unknown>>): NumberedSave<unknown> => ({
  id: 'a',
  version: 1,
  state: { x: 1 },
  number: 7,
  keptAt,
  ...more,
});

describe('the write of a save', () => {
  it('inserts version 1', () => {
    expect(writeOf(save({}))).toEqual({
      insertOne: { document: { _id: 'a', version: 1, state: { x: 1 }, outbox: [], saves: [7] } },
    });
  });

  it('inserts with messages and what is due', () => {
    const dueAt = new Date(9_000);
    expect(writeOf(save({ messages: [message('m')], dueAt }))).toMatchObject({
      insertOne: {
        document: {
          outbox: [{ ...message('m'), version: 1, keptAt }],
          outboxAt: keptAt,
          outboxFrom: keptAt,
          dueAt,
        },
      },
    });
  });

  it('updates from the version before, and clears what is due no more', () => {
    expect(writeOf(save({ version: 4 }))).toEqual({
      updateOne: {
        filter: { _id: 'a', version: 3 },
        update: {
          $set: { version: 4, state: { x: 1 } },
          $unset: { dueAt: '' },
          $push: { saves: { $each: [7], $slice: -8 } },
        },
      },
    });
  });

  it('adds messages behind those that wait, only where there is room for all', () => {
    const messages = [message('m'), message('n')];
    expect(writeOf(save({ version: 4, messages }))).toMatchObject({
      updateOne: {
        filter: { _id: 'a', version: 3, 'outbox.498': { $exists: false } },
        update: {
          $max: { outboxAt: keptAt },
          $min: { outboxFrom: keptAt },
          $push: { outbox: { $each: messages.map((one) => ({ ...one, version: 4, keptAt })) } },
        },
      },
    });
  });

  it('has a number that no other save has', () => {
    const numbers = Array.from({ length: 10_000 }, saveNumber);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.every(Number.isSafeInteger)).toBe(true);
  });
});
