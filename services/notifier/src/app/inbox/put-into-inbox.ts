import type { Clock } from '@guildhall/kernel';
import { arrive } from '../../domain/inbox/entry.ts';
import type { Message } from '../../domain/message.ts';
import type { Content } from '../ports.ts';
import type { Entries } from './ports.ts';

export type InboxWords = Omit<Extract<Content, { channel: 'inbox' }>, 'channel'>;
/** However often it is called for a message, the person has one entry. */
export type PutIntoInbox = (message: Pick<Message, 'id' | 'to' | 'category'>, words: InboxWords) => Promise<void>;

export const putIntoInboxHandler =
  ({ entries, clock }: Readonly<{ entries: Pick<Entries, 'add'>; clock: Clock }>): PutIntoInbox =>
  async (message, words) => {
    await entries.add(arrive(message, words, clock.now()));
  };
