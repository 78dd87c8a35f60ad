import { fromBinary } from '@bufbuild/protobuf';
import { CallState, RollCallCallsChangedSchema } from '@guildhall/contracts/register/v1/evacuation';
import type { Envelope } from '@guildhall/messaging';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CallNews } from '../../app/evacuation/ports.ts';
import { inMemoryCalls } from '../../app/evacuation/testing.ts';
import { callsTeller } from './calls.teller.ts';

const at = new Date('2026-03-02T14:00:00Z');

const news = (messageId: string, what: CallNews['what'], incidentId = 'i1'): CallNews => ({
  messageId,
  incidentId,
  entryId: `${incidentId}-ada`,
  turn: 0,
  channel: 'sms',
  contactId: 'c1',
  what,
  at,
});

function aTeller(publish?: (message: Envelope) => Promise<void>) {
  const calls = inMemoryCalls();
  const told: Envelope[] = [];
  const failures: unknown[] = [];
  const teller = callsTeller({
    calls,
    publish: publish ?? (async (message) => void told.push(message)),
    clock: { now: () => at },
    report: (error) => failures.push(error),
  });
  const hear = async (...all: readonly CallNews[]): Promise<void> => {
    await calls.record(all);
    teller.heard(all);
  };
  const facts = () => told.map(({ data }) => fromBinary(RollCallCallsChangedSchema, data));
  return { ...teller, hear, told, facts, failures };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('what became of calls', () => {
  it('is told together, each message once, with the most that is known of it', async () => {
    const { hear, told, facts } = aTeller();
    await hear(news('m1', 'delivered'));
    await hear(news('m1', 'sent'), news('m2', 'failed'));
    await vi.advanceTimersByTimeAsync(500);
    expect(told.map(({ subject }) => subject)).toEqual(['evt.register.v1.roll-call-calls-changed.i1']);
    expect(facts()[0]?.calls.map(({ entryId, delivery }) => [entryId, delivery?.state])).toEqual([
      ['i1-ada', CallState.DELIVERED],
      ['i1-ada', CallState.FAILED],
    ]);
  });

  it('is told of each incident apart, and in parts where there is much', async () => {
    const { hear, facts } = aTeller();
    await hear(news('other', 'sent', 'i2'), ...Array.from({ length: 501 }, (_, i) => news(`m${i}`, 'sent')));
    await vi.advanceTimersByTimeAsync(500);
    expect(facts().map(({ incidentId, calls }) => [incidentId, calls.length])).toEqual([
      ['i2', 1],
      ['i1', 500],
      ['i1', 1],
    ]);
  });

  it('is told before the process ends', async () => {
    const { hear, facts, close } = aTeller();
    await hear(news('m1', 'sent'));
    await close();
    expect(facts()).toHaveLength(1);
  });

  it('is told again after a word was lost', async () => {
    let isLost = true;
    const told: Envelope[] = [];
    const { hear, failures } = aTeller(async (message) => {
      if (isLost) throw new Error('away');
      told.push(message);
    });
    await hear(news('m1', 'sent'));
    await vi.advanceTimersByTimeAsync(500);
    isLost = false;
    await hear(news('m1', 'delivered'));
    await vi.advanceTimersByTimeAsync(500);
    expect([failures.length, told.length]).toEqual([1, 1]);
  });
});
