import type { Order } from '../domain/message.ts';
import { isSlackUser } from '../domain/recipient.ts';

type Identified = Pick<Order, 'idempotencyKey' | 'audienceId' | 'channel' | 'to' | 'contactId' | 'personId'>;

/**
 * The id of the message for an order: asked for twice it is the same, so that the store refuses the second. Within an
 * audience it follows from the address alone: whoever is in it twice, by whatever name, gets one message.
 */
export function messageIdOf(order: Identified, idOf: (text: string) => string): string {
  const { idempotencyKey, audienceId, channel, to, contactId, personId = '' } = order;
  if (!audienceId) return idOf(contactId ? `${idempotencyKey} ${contactId}` : idempotencyKey);
  const isMailbox = channel === 'email' || (channel === 'slack' && isSlackUser(to) && to.includes('@'));
  const address = isMailbox ? to.toLowerCase() : to;
  return idOf(JSON.stringify([audienceId, ...(to ? [channel, address] : ['person', personId])]));
}
