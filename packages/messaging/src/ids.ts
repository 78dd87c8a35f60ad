import type { NewId } from '@guildhall/kernel';
import { randomFillSync } from 'node:crypto';
import { decodeTime, isValid, monotonicFactory } from 'ulid';

/** Uniform in [0, 1), in steps of 1/256. Bytes come in blocks: asked for one by one they cost most of an id. */
const random = (bytes = new Uint8Array(4_096)) => {
  let used = bytes.length;
  return (): number => {
    if (used === bytes.length) {
      randomFillSync(bytes);
      used = 0;
    }
    return (bytes[used++] ?? 0) / 256;
  };
};

/** A new ULID: unique, sortable by the time it was made, growing within one process even inside a millisecond. */
export const newId: NewId = monotonicFactory(random());

/** When an id of ours was made, in epoch milliseconds; infinity for anything else. */
export const madeAt = (id: string): number => (isValid(id) ? decodeTime(id) : Infinity);
