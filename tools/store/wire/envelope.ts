import { BrokenFrame } from './frames.ts';

const BSON = { double: 1, string: 2, document: 3, array: 4, binary: 5, bool: 8, int32: 16, int64: 18 } as const;

/** What the gateway itself needs of a command; the document goes on to the extension as it came. */
export interface Envelope {
  /** The command's name as sent: the name of the first field. */
  readonly command: string;
  /** The first field's value where it is a string: mostly the collection. */
  readonly target: string | undefined;
  readonly database: string;
  /** Hexadecimal id of the logical session. */
  readonly sessionId: string | undefined;
  readonly txnNumber: bigint | undefined;
  readonly startsTransaction: boolean;
  readonly inTransaction: boolean;
}

// Bytes of a value whose length its type fixes; the others begin with their length.
const FIXED_BYTES = new Map([
  [1, 8],
  [6, 0],
  [7, 12],
  [8, 1],
  [9, 8],
  [10, 0],
  [16, 4],
  [17, 8],
  [18, 8],
  [19, 16],
  [127, 0],
  [255, 0],
]);

const lengthAt = (bytes: Buffer, at: number): number => {
  const length = at + 4 <= bytes.length ? bytes.readInt32LE(at) : -1;
  if (length < 0) throw new BrokenFrame('a value without a length');
  return length;
};

const valueEnd = (bytes: Buffer, type: number, at: number): number => {
  const fixed = FIXED_BYTES.get(type);
  if (fixed !== undefined) return at + fixed;
  switch (type) {
    case BSON.string:
    case 13:
    case 14:
      return at + 4 + lengthAt(bytes, at);
    case BSON.document:
    case BSON.array:
    case 15:
      return at + lengthAt(bytes, at);
    case BSON.binary:
      return at + 5 + lengthAt(bytes, at);
    case 11:
      return bytes.indexOf(0, bytes.indexOf(0, at) + 1) + 1;
    case 12:
      return at + 4 + lengthAt(bytes, at) + 12;
    default:
      throw new BrokenFrame(`BSON type ${type} is unknown`);
  }
};

export interface Element {
  readonly name: string;
  readonly type: number;
  readonly at: number;
  readonly end: number;
}

/**
 * Walks the fields of a BSON document without decoding their values.
 * @throws BrokenFrame when a field reaches beyond the document.
 */
export function* elementsOf(bytes: Buffer): Generator<Element> {
  const last = bytes.length - 1;
  for (let at = 4; at < last;) {
    const type = bytes[at] ?? 0;
    const nameEnd = bytes.indexOf(0, at + 1);
    if (nameEnd < 0 || nameEnd >= last) throw new BrokenFrame('a field name without an end');
    const end = valueEnd(bytes, type, nameEnd + 1);
    if (end <= nameEnd || end > last) throw new BrokenFrame('a field reaches beyond its document');
    yield { name: bytes.toString('latin1', at + 1, nameEnd), type, at: nameEnd + 1, end };
    at = end;
  }
}

const stringOf = (bytes: Buffer, { type, at, end }: Element): string | undefined =>
  type === BSON.string ? bytes.toString('utf8', at + 4, end - 1) : undefined;

const integerOf = (bytes: Buffer, { type, at }: Element): bigint | undefined => {
  if (type === BSON.int64) return bytes.readBigInt64LE(at);
  if (type === BSON.int32) return BigInt(bytes.readInt32LE(at));
  return type === BSON.double ? BigInt(Math.trunc(bytes.readDoubleLE(at))) : undefined;
};

const sessionOf = (bytes: Buffer, { type, at, end }: Element): string | undefined => {
  if (type !== BSON.document) return undefined;
  const lsid = bytes.subarray(at, end);
  for (const field of elementsOf(lsid)) {
    if (field.name === 'id' && field.type === BSON.binary) return lsid.toString('hex', field.at + 5, field.end);
  }
  return undefined;
};

type Reader = (bytes: Buffer, field: Element) => Partial<Envelope>;

const isBool = (bytes: Buffer, { type, at }: Element, value: boolean): boolean =>
  type === BSON.bool && bytes[at] === (value ? 1 : 0);

const READERS: Readonly<Record<string, Reader>> = {
  $db: (bytes, field) => ({ database: stringOf(bytes, field) ?? 'test' }),
  lsid: (bytes, field) => ({ sessionId: sessionOf(bytes, field) }),
  txnNumber: (bytes, field) => ({ txnNumber: integerOf(bytes, field) }),
  startTransaction: (bytes, field) => ({ startsTransaction: isBool(bytes, field, true) }),
  autocommit: (bytes, field) => ({ inTransaction: isBool(bytes, field, false) }),
};

/**
 * Reads the envelope of a command.
 * @throws BrokenFrame when the document is empty or malformed.
 */
export const readEnvelope = (body: Buffer): Envelope => {
  let envelope: Envelope | undefined;
  for (const field of elementsOf(body)) {
    envelope ??= {
      command: field.name,
      target: stringOf(body, field),
      database: 'test',
      sessionId: undefined,
      txnNumber: undefined,
      startsTransaction: false,
      inTransaction: false,
    };
    const read = Object.hasOwn(READERS, field.name) ? READERS[field.name] : undefined;
    if (read) envelope = { ...envelope, ...read(body, field) };
  }
  if (!envelope) throw new BrokenFrame('an empty command');
  return envelope;
};
