import { serialize } from 'bson';
import { BrokenFrame } from './frames.ts';
import { ConnectionLost, PoolExhausted, PostgresRefusal } from './postgres/failure.ts';

export interface MongoCode {
  readonly code: number;
  readonly name: string;
}

/** An answer with `ok: 0`. */
export class CommandFailure extends Error {
  override readonly name = 'CommandFailure';
  readonly mongo: MongoCode;
  readonly labels: readonly string[];

  constructor(mongo: MongoCode, message: string, labels: readonly string[] = []) {
    super(message);
    this.mongo = mongo;
    this.labels = labels;
  }
}

export const TRANSIENT = 'TransientTransactionError';
export const RETRYABLE_WRITE = 'RetryableWriteError';

export const codes = {
  internal: { code: 1, name: 'InternalError' },
  badValue: { code: 2, name: 'BadValue' },
  // Drivers try again without giving the server up, as they would for a shutdown: it is back in a moment.
  hostUnreachable: { code: 6, name: 'HostUnreachable' },
  namespaceNotFound: { code: 26, name: 'NamespaceNotFound' },
  indexNotFound: { code: 27, name: 'IndexNotFound' },
  cursorNotFound: { code: 43, name: 'CursorNotFound' },
  namespaceExists: { code: 48, name: 'NamespaceExists' },
  maxTimeExpired: { code: 50, name: 'MaxTimeMSExpired' },
  commandNotFound: { code: 59, name: 'CommandNotFound' },
  writeConflict: { code: 112, name: 'WriteConflict' },
  noSuchTransaction: { code: 251, name: 'NoSuchTransaction' },
  exceededTimeLimit: { code: 262, name: 'ExceededTimeLimit' },
  duplicateKey: { code: 11_000, name: 'DuplicateKey' },
} as const satisfies Record<string, MongoCode>;

// What a driver or a person may meet. The extension numbers MongoDB's errors in SQLSTATEs of its own, M0000 and up.
const BY_SQLSTATE: Readonly<Record<string, MongoCode>> = {
  '23505': codes.duplicateKey,
  '23P01': codes.duplicateKey,
  '40001': codes.writeConflict,
  '40P01': codes.writeConflict,
  '57014': codes.maxTimeExpired,
  '53100': { code: 14_031, name: 'OutOfDiskSpace' },
  '54000': { code: 10_334, name: 'BSONObjectTooLarge' },
  M0001: codes.badValue,
  M0003: { code: 9, name: 'FailedToParse' },
  M0004: { code: 14, name: 'TypeMismatch' },
  M0005: { code: 15, name: 'Overflow' },
  M0006: { code: 20, name: 'IllegalOperation' },
  M0008: codes.namespaceNotFound,
  M0009: codes.indexNotFound,
  M000A: { code: 28, name: 'PathNotViable' },
  M000D: { code: 40, name: 'ConflictingUpdateOperators' },
  M000E: codes.cursorNotFound,
  M000F: codes.namespaceExists,
  M000G: { code: 52, name: 'DollarPrefixedFieldName' },
  M000J: { code: 56, name: 'EmptyFieldName' },
  M000M: { code: 66, name: 'ImmutableField' },
  M000N: { code: 67, name: 'CannotCreateIndex' },
  M000O: { code: 68, name: 'IndexAlreadyExists' },
  M000P: { code: 72, name: 'InvalidOptions' },
  M000Q: { code: 73, name: 'InvalidNamespace' },
  M000R: { code: 85, name: 'IndexOptionsConflict' },
  M000S: { code: 86, name: 'IndexKeySpecsConflict' },
  M000U: { code: 115, name: 'CommandNotSupported' },
  M000W: { code: 146, name: 'ExceededMemoryLimit' },
  M0012: { code: 197, name: 'InvalidIndexSpecificationOption' },
  M0013: { code: 224, name: 'QueryFeatureNotAllowed' },
  M0015: { code: 241, name: 'ConversionFailure' },
  M0016: { code: 263, name: 'OperationNotSupportedInTransaction' },
  M001B: { code: 10_334, name: 'BSONObjectTooLarge' },
  M001C: codes.duplicateKey,
  M001I: { code: 13_297, name: 'DatabaseDifferCase' },
  M003A: { code: 17_419, name: 'Location17419' },
  M003B: { code: 17_420, name: 'Location17420' },
  M007U: { code: 40_324, name: 'Location40324' },
  M0088: { code: 40_415, name: 'Location40415' },
  M00CO: { code: 121, name: 'DocumentValidationFailure' },
  M00EW: { code: 24, name: 'LockTimeout' },
  M00EX: codes.maxTimeExpired,
  M00F1: codes.writeConflict,
};

/** MongoDB's code for a SQLSTATE of PostgreSQL or of the extension; 1 where there is none. */
export const codeOfSqlState = (sqlState: string): MongoCode => BY_SQLSTATE[sqlState] ?? codes.internal;

/** Write errors carry their SQLSTATE as PostgreSQL packs it: five characters of six bits, the first one lowest. */
export const unpackSqlState = (packed: number): string =>
  String.fromCharCode(...[0, 6, 12, 18, 24].map((shift) => ((packed >> shift) & 63) + 48));

/** MongoDB names the collection and the index, which callers read; the extension names the index alone. */
export const duplicateKeyMessage = (message: string, namespace: string): string => {
  const index = /Index '([^']*)'/.exec(message)?.[1];
  return index === undefined ? message : `E11000 duplicate key error collection: ${namespace} index: ${index}`;
};

/** Turns whatever went wrong into the answer a MongoDB driver understands. */
export const toFailure = (error: unknown, namespace: string): CommandFailure => {
  if (error instanceof CommandFailure) return error;
  if (error instanceof PostgresRefusal) {
    const mongo = codeOfSqlState(error.sqlState);
    const isDuplicate = mongo === codes.duplicateKey;
    return new CommandFailure(mongo, isDuplicate ? duplicateKeyMessage(error.message, namespace) : error.message);
  }
  if (error instanceof ConnectionLost) return new CommandFailure(codes.hostUnreachable, error.message);
  if (error instanceof PoolExhausted) return new CommandFailure(codes.exceededTimeLimit, error.message);
  if (error instanceof BrokenFrame) return new CommandFailure(codes.badValue, error.message);
  return new CommandFailure(codes.internal, error instanceof Error ? error.message : String(error));
};

/** The reply document of a failure. */
export const failureDocument = ({ mongo, message, labels }: CommandFailure): Buffer =>
  Buffer.from(
    serialize({
      ok: 0,
      errmsg: message,
      code: mongo.code,
      codeName: mongo.name,
      ...(labels.length > 0 && { errorLabels: labels }),
    }),
  );
