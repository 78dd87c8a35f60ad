/** What became of one message to one contact; each moment is known or not yet, in any order. */
export type CallDelivery = Readonly<{
  messageId: string;
  entryId: string;
  /** 0 went to every contact at once. */
  turn: number;
  /** "email", "sms", "push"; empty for a message that never found a contact. */
  channel: string;
  contactId: string;
  sentAt?: Date;
  deliveredAt?: Date;
  failedAt?: Date;
  answeredAt?: Date;
  reason?: string;
}>;

export type CallState = 'asked' | 'sent' | 'delivered' | 'failed' | 'answered';

/** The most that is known of a message, and since when. */
export function callStateOf(delivery: CallDelivery): Readonly<{ state: CallState; at?: Date }> {
  const { answeredAt, failedAt, deliveredAt, sentAt } = delivery;
  if (answeredAt) return { state: 'answered', at: answeredAt };
  if (deliveredAt) return { state: 'delivered', at: deliveredAt };
  if (failedAt) return { state: 'failed', at: failedAt };
  return sentAt ? { state: 'sent', at: sentAt } : { state: 'asked' };
}

export const sentTimes = (deliveries: readonly CallDelivery[]): Readonly<{ first?: Date; last?: Date }> => {
  const times = deliveries.flatMap(({ sentAt }) => sentAt ?? []).sort((a, b) => a.getTime() - b.getTime());
  const [first, last] = [times[0], times.at(-1)];
  return { ...(first && { first }), ...(last && { last }) };
};

/** The reference of a message: how the notifier's facts find their entry again. */
export const callReference = (entryId: string, turn: number): string => `roll-call:${turn}:${entryId}`;

export function readReference(reference: string): Readonly<{ entryId: string; turn: number }> | undefined {
  const [, turn, entryId] = /^roll-call:(\d{1,2}):([\w-]{1,150})$/.exec(reference) ?? [];
  return entryId ? { entryId, turn: Number(turn) } : undefined;
}
