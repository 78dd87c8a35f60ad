import { create, type DescMessage, type MessageInitShape, toBinary } from '@bufbuild/protobuf';
import { streamOfSubject } from '@guildhall/contracts';
import { AppError } from '@guildhall/kernel';
import { headers } from '@nats-io/nats-core';
import type { Bus } from './bus/connect.ts';
import { type Envelope, headersAt } from './envelope.ts';
import { ensureStream } from './topology.ts';

const timeoutMs = 2_000;

/**
 * A command on `<subject>.<id>`. The id is also its message id, so that telling twice is telling once. Throws when the id
 * cannot be a token of a subject.
 */
export function command<S extends DescMessage>(
  schema: S,
  subject: string,
  id: string,
  at: Date,
  body: MessageInitShape<S>,
): Envelope {
  if (!/^[\w-]{1,200}$/.test(id)) throw new Error(`an id of ${schema.typeName} cannot be part of a subject`);
  const data = toBinary(schema, create(schema, body));
  return { id, at, subject: `${subject}.${id}`, data, headers: headersAt(at) };
}

/**
 * Publishes what has no document to wait in, and returns when its stream has it. Throws `unavailable`
 * (`messaging.not_published`) when that cannot be said; a repeat with the same id is harmless.
 */
export async function publish(bus: Bus, { id, subject, data, headers: given }: Envelope): Promise<void> {
  const all = headers();
  for (const [name, value] of Object.entries(given)) all.set(name, value);
  const send = () => bus.js.publish(subject, data, { msgID: id, headers: all, timeout: timeoutMs });
  try {
    if (!bus.isConnected()) throw new Error('not connected');
    await send().catch(async () => {
      // Nobody may have asked for the stream before.
      await ensureStream(bus, streamOfSubject(subject));
      await send();
    });
  } catch (cause) {
    const options = { cause, retryAfterSeconds: 1 };
    throw new AppError('unavailable', 'messaging.not_published', 'The message could not be passed on.', options);
  }
}
