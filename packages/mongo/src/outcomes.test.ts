import { mongo } from 'mongoose';
import { describe, expect, it } from 'vitest';
import { DuplicateKey, duplicateIndex, isDuplicateKey } from './duplicate-key.ts';
import { outcomeOf, type Seen } from './save-outcome.ts';
import type { NumberedSave } from './save-write.ts';
import { verdictsOfError, verdictsOfResult } from './verdicts.ts';

const save = (version: number, number = 1): NumberedSave<unknown> => ({
  id: 'a',
  version,
  state: {},
  number,
  keptAt: new Date(0),
});
const seen = (version: number, saves: number[] = [], outbox: unknown[] = []): Seen => ({
  _id: 'a',
  version,
  saves,
  outbox,
});
const entries = (length: number): unknown[] => Array.from({ length }, () => ({}));
const codeOf = (error: Error | undefined) => error && ('code' in error ? error.code : error.name);

describe('the verdict on a bulk write', () => {
  it('that matched all its updates: done', () => {
    expect(verdictsOfResult([save(1), save(2), save(3)], { matchedCount: 2 })).toEqual(['done', 'done', 'done']);
  });

  it('that matched fewer: inserts are done, updates say nothing', () => {
    expect(verdictsOfResult([save(1), save(2), save(3)], { matchedCount: 1 })).toEqual(['done', 'unsaid', 'unsaid']);
  });

  const bulkError = (writeErrors: unknown[], matchedCount: number, concern?: object) => {
    const result = { matchedCount, getWriteConcernError: () => concern };
    return Object.assign(Object.create(mongo.MongoBulkWriteError.prototype), { writeErrors, result });
  };

  it('that failed as a command, with an empty list of errors: nothing is known to be stored', () => {
    expect(verdictsOfError([save(1), save(2)], bulkError([], 0))).toEqual(['failed', 'failed']);
  });

  it('whose connection broke: nothing is known to be stored', () => {
    expect(verdictsOfError([save(1)], new mongo.MongoNetworkError('gone'))).toEqual(['failed']);
  });

  it('that is not on a majority of disks: nothing is known to be stored', () => {
    const error = bulkError([{ index: 0, code: 11_000, errmsg: ' index: x dup' }], 1, {});
    expect(verdictsOfError([save(1), save(2)], error)).toEqual(['failed', 'failed']);
  });

  it('with a duplicate key: that one is named, the others keep theirs', () => {
    const error = bulkError([{ index: 1, code: 11_000, errmsg: 'E11000 … index: open_visit dup key: {}' }], 1);
    expect(verdictsOfError([save(1), save(1), save(2)], error)).toEqual(['done', { index: 'open_visit' }, 'done']);
  });

  it('with another error: that one failed', () => {
    const error = bulkError([{ index: 0, code: 112, errmsg: 'write conflict' }], 0);
    expect(verdictsOfError([save(2), save(2)], error)).toEqual(['failed', 'unsaid']);
  });
});

describe('the outcome, read back', () => {
  it.each(['unsaid', 'failed', { index: '_id_' }] as const)('stored, whatever was said (%j)', (verdict) => {
    expect(outcomeOf(save(1, 7), verdict, seen(4, [5, 7, 8]))).toBeUndefined();
  });

  it.each([
    ['an update of a document that is gone', save(2), 'unsaid', undefined, 'store.stale_version'],
    ['an update that came too late', save(2), 'unsaid', seen(2, [9]), 'store.stale_version'],
    ['an update that was never carried out', save(2), 'failed', seen(1), 'store.outcome_unknown'],
    ['an update whose unique value is taken', save(2), { index: 'open_visit' }, seen(1), 'DuplicateKey'],
    ['an update that came too late for its unique value', save(2), { index: 'x' }, seen(2, [9]), 'store.stale_version'],
    ['an insert whose id is taken', save(1), { index: '_id_' }, seen(1, [9]), 'store.stale_version'],
    ['an insert whose unique value is taken', save(1), { index: 'open_visit' }, undefined, 'DuplicateKey'],
    ['an insert that nobody can find', save(1), 'failed', undefined, 'store.outcome_unknown'],
  ] as const)('%s', (_, one, verdict, found, code) => {
    expect(codeOf(outcomeOf(one, verdict, found))).toBe(code);
  });

  it('an outbox that is full', () => {
    const one = { ...save(2), messages: [{} as never] };
    expect(codeOf(outcomeOf(one, 'unsaid', seen(1, [], entries(500))))).toBe('store.outbox_full');
    expect(codeOf(outcomeOf(one, 'failed', seen(1, [], entries(499))))).toBe('store.outcome_unknown');
  });
});

describe('a duplicate key', () => {
  it.each([
    ['E11000 duplicate key error collection: db.visits index: open_visit dup key: { x: 1 }', 'open_visit'],
    ['E11000 duplicate key error collection: db.visits index: _id_ dup key: { _id: "a" }', '_id_'],
    ["Duplicate key violation on the requested collection: Index 'open_visit'", 'open_visit'],
    ['something else', 'unknown'],
  ])('is known by its index: %s', (message, index) => {
    expect(duplicateIndex({ code: 11_000, message })).toBe(index);
  });

  it('is no other error', () => {
    expect(duplicateIndex({ code: 112, message: 'index: x' })).toBeUndefined();
    expect(isDuplicateKey(new Error('index: x'), 'x')).toBe(false);
  });

  it('is recognised from a save and from the driver', () => {
    const ofDriver = new mongo.MongoServerError({ code: 11_000, errmsg: "E11000 index: open_visit dup key: 'ada'" });
    expect(isDuplicateKey(new DuplicateKey('open_visit'), 'open_visit')).toBe(true);
    expect(isDuplicateKey(new DuplicateKey('open_visit'), 'other')).toBe(false);
    expect(isDuplicateKey(ofDriver, 'open_visit')).toBe(true);
  });
});
