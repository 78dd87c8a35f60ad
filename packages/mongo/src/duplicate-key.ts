import { mongo } from 'mongoose';

/** A unique index refused a write. It names the index and never the value, which may be personal. */
export class DuplicateKey extends Error {
  override readonly name = 'DuplicateKey';
  readonly index: string;

  constructor(index: string) {
    super(`the unique index ${index} refused a write`);
    this.index = index;
  }
}

/** The index that a driver's error 11000 is about; undefined for any other error. */
export function duplicateIndex(
  error: Readonly<{ code?: unknown; message?: string; errmsg?: string | undefined }>,
): string | undefined {
  if (error.code !== 11_000) return undefined;
  const text = error.errmsg ?? error.message ?? '';
  return (mongodbNaming.exec(text) ?? documentdbNaming.exec(text))?.[1] ?? 'unknown';
}

const mongodbNaming = / index: (?:\S+\.\$)?(\S+)/;
const documentdbNaming = / Index '([^']+)'/;

/** True when the unique index of that name refused the write; for `save` and for the driver's own errors. */
export const isDuplicateKey = (error: unknown, indexName: string): boolean =>
  error instanceof DuplicateKey
    ? error.index === indexName
    : error instanceof mongo.MongoServerError && duplicateIndex(error) === indexName;
