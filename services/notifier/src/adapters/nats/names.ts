import { Category, Channel, Lane } from '@guildhall/contracts/notifier/v1/commands';
import { MessageState } from '@guildhall/contracts/notifier/v1/service';
import type { ShownState } from '../../domain/knowing/shown-state.ts';
import type * as domain from '../../domain/message.ts';

/** Our words beside the contract's numbers, both ways. */
function names<Word extends string, Value extends number>(pairs: Readonly<Record<Word, Value>>) {
  const words = new Map<number, Word>(Object.entries(pairs).map(([word, value]) => [value as Value, word as Word]));
  return {
    toProto: (word: Word): Value => pairs[word],
    /** Undefined for `UNSPECIFIED` and for a value that only a newer contract knows. */
    fromProto: (value: number): Word | undefined => words.get(value),
  };
}

export const lanes = names<domain.Lane, Lane>({
  emergency: Lane.EMERGENCY,
  transactional: Lane.TRANSACTIONAL,
  bulk: Lane.BULK,
});

export const channels = names<domain.Channel, Channel>({
  email: Channel.EMAIL,
  sms: Channel.SMS,
  slack: Channel.SLACK,
  push: Channel.PUSH,
  inbox: Channel.INBOX,
});

export const categories = names<domain.Category, Category>({
  auth: Category.AUTH,
  reminder: Category.REMINDER,
  presence: Category.PRESENCE,
  course: Category.COURSE,
  board: Category.BOARD,
  meeting: Category.MEETING,
  emergency: Category.EMERGENCY,
  volunteer: Category.VOLUNTEER,
});

export const states = names<ShownState, MessageState>({
  requested: MessageState.REQUESTED,
  held: MessageState.HELD,
  sending: MessageState.SENDING,
  sent: MessageState.SENT,
  delivered: MessageState.DELIVERED,
  read: MessageState.READ,
  failed: MessageState.FAILED,
  expired: MessageState.EXPIRED,
  cancelled: MessageState.CANCELLED,
});
