import { deserialize } from 'bson';
import { describe, expect, it } from 'vitest';
import { CommandFailure, codeOfSqlState, codes, failureDocument, toFailure, unpackSqlState } from './errors.ts';
import { BrokenFrame } from './frames.ts';
import { ConnectionLost, PoolExhausted, PostgresRefusal } from './postgres/failure.ts';

const pack = (sqlState: string): number =>
  [...sqlState].reduce((sum, letter, index) => sum + ((letter.charCodeAt(0) - 48) << (6 * index)), 0);

describe('the code of a refusal', () => {
  it.each([
    ['23505', 11_000],
    ['23P01', 11_000],
    ['40P01', 112],
    ['40001', 112],
    ['57014', 50],
    ['M001C', 11_000],
    ['M00CO', 121],
    ['M0009', 27],
    ['22P02', 1],
  ])('for SQLSTATE %s is %i', (sqlState, code) => {
    expect(codeOfSqlState(sqlState).code).toBe(code);
  });

  it.each(['23505', 'M00CO', '40P01'])('is read from the packed SQLSTATE %s of a write error', (sqlState) => {
    expect(unpackSqlState(pack(sqlState))).toBe(sqlState);
  });
});

describe('a failure told to the driver', () => {
  it('names collection and index of a duplicate key, and no value', () => {
    const refusal = new PostgresRefusal(
      '23505',
      "Duplicate key violation on the requested collection: Index 'email_1'",
    );
    expect(toFailure(refusal, 'identity.people').message).toBe(
      'E11000 duplicate key error collection: identity.people index: email_1',
    );
  });

  it.each([
    ['a lost connection', new ConnectionLost(true), 6],
    ['too long a queue', new PoolExhausted('busy'), 262],
    ['a malformed command', new BrokenFrame('odd'), 2],
    ['anything else', new TypeError('odd'), 1],
  ])('is of its own kind for %s', (_, error, code) => {
    expect(toFailure(error, 'a.b').mongo.code).toBe(code);
  });

  it('is not made over when it is one already', () => {
    const failure = new CommandFailure(codes.cursorNotFound, 'gone');
    expect(toFailure(failure, 'a.b')).toBe(failure);
  });

  it('is a document with code, name, message and labels', () => {
    const failure = new CommandFailure(codes.writeConflict, 'again', ['TransientTransactionError']);
    expect(deserialize(failureDocument(failure))).toEqual({
      ok: 0,
      errmsg: 'again',
      code: 112,
      codeName: 'WriteConflict',
      errorLabels: ['TransientTransactionError'],
    });
  });

  it('has no labels where there are none', () => {
    expect(deserialize(failureDocument(new CommandFailure(codes.internal, 'odd')))).not.toHaveProperty('errorLabels');
  });
});
