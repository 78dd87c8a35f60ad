import type { Envelope } from './envelope.ts';
import type { DocumentSequence } from './message.ts';

/** One client's socket, as far as transactions and cursors care: their life ends with it. */
export type ClientId = symbol;

export interface Request {
  readonly client: ClientId;
  readonly envelope: Envelope;
  readonly body: Buffer;
  readonly sequences: readonly DocumentSequence[];
}

/** `database.collection`, for messages. */
export const namespaceOf = ({ envelope }: Request): string => `${envelope.database}.${envelope.target ?? '$cmd'}`;
