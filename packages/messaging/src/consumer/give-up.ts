import { AppError } from '@guildhall/kernel';
import { headers } from '@nats-io/nats-core';
import type { JsMsg } from '@nats-io/jetstream';
import type { Bus } from '../bus/connect.ts';
import { ensureStream } from '../topology.ts';
import { deadHeaders, deadLetterStream, deadSubject, isBrokerHeader } from './dead-letter-stream.ts';
import type { Delivery } from './subscription.ts';

/**
 * Keeps a hopeless message as a dead letter, as it came. Throws when that fails; the message must not be settled then.
 * The reason is a code: what an error says may be personal.
 */
export async function giveUp(
  bus: Bus,
  durable: string,
  message: JsMsg,
  delivery: Delivery,
  error: unknown,
): Promise<void> {
  const all = headers();
  for (const [name, values] of message.headers ?? []) {
    if (!isBrokerHeader(name)) all.set(name, values[0] ?? '');
  }
  all.set(deadHeaders.stream, message.headers?.get(deadHeaders.stream) || message.info.stream);
  all.set(deadHeaders.subject, delivery.subject);
  all.set(deadHeaders.messageId, delivery.id);
  all.set(deadHeaders.code, codeOf(error));
  all.set(deadHeaders.attempts, String(delivery.attempt));
  all.set(deadHeaders.at, new Date().toISOString());
  // One letter for one life of the message: a second settling of the same delivery is dropped, a second death is not.
  const msgID = `${durable}:${message.info.stream}:${message.seq}:${delivery.id}`;
  const publish = () => bus.js.publish(deadSubject(durable), message.data, { headers: all, msgID });
  await publish().catch(async () => {
    await ensureStream(bus, deadLetterStream);
    await publish();
  });
}

const codeOf = (error: unknown): string => {
  if (error instanceof AppError) return error.code;
  return error instanceof Error ? error.name : 'unknown';
};
