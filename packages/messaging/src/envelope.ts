import { create, type DescMessage, type MessageInitShape, toBinary } from '@bufbuild/protobuf';
import { eventSubject, type LaneName, sendSubject } from '@guildhall/contracts';
import { Lane, SendMessageSchema } from '@guildhall/contracts/notifier/v1/commands';
import { hash } from 'node:crypto';
import { newId } from './ids.ts';
import { activeTraceparent } from './telemetry.ts';

/** A message ready to leave: already encoded, so that the outbox and the relay need no schema. */
export type Envelope = Readonly<{
  /** Also the `Nats-Msg-Id`: the stream drops a repeat, and consumers may recognise one. */
  id: string;
  /** Business time of what is told. */
  at: Date;
  subject: string;
  data: Uint8Array;
  headers: Readonly<Record<string, string>>;
}>;

export const headerNames = { version: 'Aggregate-Version', trace: 'traceparent', at: 'Happened-At' } as const;

/**
 * A fact about an aggregate, on `evt.<service>.v1.<fact>.<aggregate id>`, with the trace that caused it. Throws when
 * the aggregate's id cannot be a token of a subject.
 */
export function fact<S extends DescMessage>(
  schema: S,
  aggregate: Readonly<{ id: string; version: number }>,
  at: Date,
  body: MessageInitShape<S>,
): Envelope {
  if (!subjectToken.test(aggregate.id)) throw new Error(`an id of ${schema.typeName} cannot be part of a subject`);
  return {
    id: newId(),
    at,
    subject: `${prefixOf(schema)}.${aggregate.id}`,
    data: toBinary(schema, create(schema, body)),
    headers: { [headerNames.version]: String(aggregate.version), ...headersAt(at) },
  };
}

/**
 * Asks the notifier for one message, on `cmd.notifier.v1.<lane>.send.<id>`. The id follows from the idempotency key,
 * so that asking twice is asking once. Throws when there is no key or no lane.
 */
export function sendCommand(at: Date, body: MessageInitShape<typeof SendMessageSchema>): Envelope {
  const command = create(SendMessageSchema, body);
  const lane = lanes[command.lane];
  if (!lane || !command.idempotencyKey) throw new Error('a message needs a lane and an idempotency key');
  const id = hash('sha256', command.idempotencyKey, 'base64url').slice(0, 32);
  return { id, at, subject: sendSubject(lane, id), data: toBinary(SendMessageSchema, command), headers: headersAt(at) };
}

const lanes: Readonly<Partial<Record<Lane, LaneName>>> = {
  [Lane.EMERGENCY]: 'emergency',
  [Lane.TRANSACTIONAL]: 'transactional',
  [Lane.BULK]: 'bulk',
};

const subjectToken = /^[\w-]{1,200}$/;

export function headersAt(at: Date): Record<string, string> {
  const traceparent = activeTraceparent();
  const happened = at.toISOString();
  return traceparent
    ? { [headerNames.at]: happened, [headerNames.trace]: traceparent }
    : { [headerNames.at]: happened };
}

const prefixes = new WeakMap<DescMessage, string>();

/** The subject of a fact without the aggregate's id. */
function prefixOf(schema: DescMessage): string {
  let prefix = prefixes.get(schema);
  if (!prefix) prefixes.set(schema, (prefix = eventSubject(schema)));
  return prefix;
}
