import type { JsMsg } from '@nats-io/jetstream';
import { headerNames } from '../envelope.ts';
import { deadHeaders } from './dead-letter-stream.ts';
import type { Arrival } from './subscription.ts';

/** The message as handlers see it; one that was re-driven looks as it did at first. */
export function arrivalOf(message: JsMsg): Arrival {
  const header = (name: string): string => message.headers?.get(name) ?? '';
  const subject = header(deadHeaders.subject) || message.subject;
  const traceparent = header(headerNames.trace);
  const at = header(headerNames.at);
  return {
    data: message.data,
    delivery: {
      id: header(deadHeaders.messageId) || header('Nats-Msg-Id') || `${message.info.stream}:${message.seq}`,
      subject,
      aggregateId: subject.slice(subject.lastIndexOf('.') + 1),
      version: Number(header(headerNames.version)) || 0,
      at: at ? new Date(at) : new Date(message.timestamp),
      attempt: message.info.deliveryCount,
      ...(traceparent && { traceparent }),
    },
  };
}

/** Milliseconds since the stream took the message. */
export const ageOf = (message: JsMsg): number => Date.now() - Number(message.timestampNanos / 1_000_000n);
