import { hash } from 'node:crypto';

/**
 * Which of our numbers writes to this recipient: always the same one, whichever process asks, for people answer to it.
 * When a number is added or taken away, only those move who have to (rendezvous hashing).
 */
export function senderFor(senders: readonly [string, ...string[]], to: string): string {
  if (senders.length === 1) return senders[0];
  const rank = (sender: string): string => hash('sha256', `${sender} ${to}`, 'hex');
  return senders.reduce((best, one) => (rank(one) > rank(best) ? one : best));
}
