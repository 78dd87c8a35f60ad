import type { Message, MessageStatus } from '../message.ts';

/** What became of a message, as it is shown: what was sent may have arrived, or been read. */
export type ShownState = MessageStatus | 'delivered' | 'read';

export const shownStates: readonly ShownState[] = [
  'requested',
  'held',
  'sending',
  'sent',
  'delivered',
  'read',
  'failed',
  'expired',
  'cancelled',
];

export function shownState({
  status,
  deliveredAt,
  readAt,
}: Pick<Message, 'status' | 'deliveredAt' | 'readAt'>): ShownState {
  if (status !== 'sent') return status;
  if (readAt) return 'read';
  return deliveredAt ? 'delivered' : 'sent';
}
