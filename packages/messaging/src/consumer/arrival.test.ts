import type { JsMsg } from '@nats-io/jetstream';
import { headers } from '@nats-io/nats-core';
import { describe, expect, it } from 'vitest';
import { ageOf, arrivalOf } from './arrival.ts';

const traceparent = `00-${'1f'.repeat(16)}-${'2e'.repeat(8)}-01`;
const message = (own: Readonly<Record<string, string>> = {}): JsMsg => {
  const all = headers();
  for (const [name, value] of Object.entries(own)) all.set(name, value);
  return {
    subject: 'evt.register.v1.site-changed.north',
    data: Uint8Array.of(1, 2),
    headers: all,
    seq: 12,
    timestamp: '2026-03-02T10:00:05.000000000Z',
    timestampNanos: BigInt(Date.parse('2026-03-02T10:00:05Z')) * 1_000_000n,
    info: { stream: 'EVT_REGISTER', deliveryCount: 3 },
  } as unknown as JsMsg;
};

describe('a message as handlers see it', () => {
  it('has what its sender said', () => {
    const sent = {
      'Nats-Msg-Id': 'm1',
      'Aggregate-Version': '7',
      'Happened-At': '2026-03-02T10:00:00.250Z',
      traceparent,
    };
    expect(arrivalOf(message(sent))).toEqual({
      data: Uint8Array.of(1, 2),
      delivery: {
        id: 'm1',
        subject: 'evt.register.v1.site-changed.north',
        aggregateId: 'north',
        version: 7,
        at: new Date('2026-03-02T10:00:00.250Z'),
        attempt: 3,
        traceparent,
      },
    });
  });

  it('has what the stream knows where its sender said nothing', () => {
    expect(arrivalOf(message()).delivery).toEqual({
      id: 'EVT_REGISTER:12',
      subject: 'evt.register.v1.site-changed.north',
      aggregateId: 'north',
      version: 0,
      at: new Date('2026-03-02T10:00:05Z'),
      attempt: 3,
    });
  });

  it('needs no headers at all', () => {
    const bare = Object.assign(message(), { headers: undefined });
    expect(arrivalOf(bare).delivery.version).toBe(0);
  });

  it('looks as it did at first when it is driven again', () => {
    const driven = {
      'Nats-Msg-Id': 'redrive:x',
      'Dead-Subject': 'evt.register.v1.visit-opened.v9',
      'Dead-Message-Id': 'm9',
    };
    expect(arrivalOf(message(driven)).delivery).toMatchObject({
      id: 'm9',
      subject: 'evt.register.v1.visit-opened.v9',
      aggregateId: 'v9',
    });
  });

  it('has an age since the stream took it', () => {
    const expected = Date.now() - Date.parse('2026-03-02T10:00:05Z');
    expect(Math.abs(ageOf(message()) - expected)).toBeLessThan(1_000);
  });
});
