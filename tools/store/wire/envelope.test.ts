import {
  Binary,
  Decimal128,
  type Document,
  Double,
  Int32,
  Long,
  MaxKey,
  MinKey,
  ObjectId,
  serialize,
  Timestamp,
  UUID,
} from 'bson';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { elementsOf, readEnvelope } from './envelope.ts';
import { BrokenFrame } from './frames.ts';
import { attempt } from './testing.ts';

const bytes = (document: Document): Buffer => Buffer.from(serialize(document));
const envelopeOf = (document: Document) => readEnvelope(bytes(document));

describe('the envelope of a command', () => {
  it('has the name, the collection and the database', () => {
    expect(envelopeOf({ find: 'visits', filter: {}, $db: 'register' })).toMatchObject({
      command: 'find',
      target: 'visits',
      database: 'register',
    });
  });

  it('has no collection where the command names none', () => {
    expect(envelopeOf({ ping: 1, $db: 'admin' }).target).toBeUndefined();
  });

  it('has the session in hexadecimal', () => {
    const id = new UUID();
    expect(envelopeOf({ find: 'visits', lsid: { id } }).sessionId).toBe(id.toHexString(false));
  });

  it.each([
    ['a long', Long.fromNumber(7)],
    ['an integer', new Int32(7)],
    ['a double', new Double(7)],
  ])('has the number of the transaction, sent as %s', (_, txnNumber) => {
    expect(envelopeOf({ insert: 'visits', txnNumber }).txnNumber).toBe(7n);
  });

  it('knows a statement of a transaction by autocommit being off', () => {
    expect(envelopeOf({ insert: 'visits', autocommit: false, startTransaction: true })).toMatchObject({
      inTransaction: true,
      startsTransaction: true,
    });
    expect(envelopeOf({ insert: 'visits' })).toMatchObject({ inTransaction: false, startsTransaction: false });
  });

  it('does not take a field inside the command for one of its own', () => {
    expect(envelopeOf({ find: 'visits', filter: { $db: 'other', autocommit: false } })).toMatchObject({
      database: 'test',
      inTransaction: false,
    });
  });

  it('does not take a property of every object for a field it knows', () => {
    expect(envelopeOf({ find: 'visits', constructor: 1, toString: 2 }).command).toBe('find');
  });

  it.each([
    ['an empty command', bytes({})],
    ['a field beyond the end', bytes({ a: 'text' }).fill(0x7f, 7, 8)],
    ['an unknown type', Buffer.concat([bytes({ a: 1 })]).fill(0x66, 4, 5)],
    ['a length below nothing', bytes({ a: 'text' }).fill(0xff, 7, 11)],
  ])('is refused for %s', (_, document) => {
    expect(() => readEnvelope(document)).toThrow(BrokenFrame);
  });
});

describe('the walk over the fields of a document', () => {
  it('steps over every type of value', () => {
    const document = {
      double: 1.5,
      string: 'é',
      document: { a: 1 },
      array: [1, 2],
      binary: new Binary(Buffer.from('abc')),
      id: new ObjectId(),
      bool: true,
      date: new Date(0),
      nothing: null,
      regex: /a.c/i,
      int: new Int32(3),
      stamp: Timestamp.fromNumber(5),
      long: Long.fromNumber(9),
      decimal: Decimal128.fromString('1.20'),
      low: new MinKey(),
      high: new MaxKey(),
    };
    expect([...elementsOf(bytes(document))].map(({ name }) => name)).toEqual(Object.keys(document));
  });

  it('ends or refuses, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 5, maxLength: 80 }), (noise) => {
        const outcome = attempt(() => Array.from(elementsOf(Buffer.from(noise))));
        expect(Array.isArray(outcome) || outcome instanceof BrokenFrame).toBe(true);
      }),
    );
  });
});
