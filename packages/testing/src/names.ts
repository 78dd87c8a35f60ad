import { randomBytes } from 'node:crypto';

/** A name for this test only: lower case, usable for databases, streams and durables. */
export const uniqueName = (prefix: string): string => `${prefix}_${randomBytes(6).toString('hex')}`;
