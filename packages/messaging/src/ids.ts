import type { NewId } from '@guildhall/kernel';
import { decodeTime, isValid, monotonicFactory } from 'ulid';

/** A new ULID: unique, sortable by the time it was made, growing within one process even inside a millisecond. */
export const newId: NewId = monotonicFactory();

/** When an id of ours was made, in epoch milliseconds; infinity for anything else. */
export const madeAt = (id: string): number => (isValid(id) ? decodeTime(id) : Infinity);
