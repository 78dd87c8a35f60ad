import { testClock } from '@guildhall/testing';
import { describe, expect, it } from 'vitest';
import { memoryKeyRecords } from '../testing.ts';
import { once } from './once.ts';

function setUp() {
  const clock = testClock('2026-03-02T09:00:00Z');
  const real = { ms: 0 };
  const reported: unknown[] = [];
  const records = memoryKeyRecords();
  const gateway = () =>
    once<string>({
      records,
      clock,
      realNow: () => real.ms,
      seal: (answer, id) => Buffer.from(`${id} ${answer}`),
      open: (sealed, id) =>
        Buffer.from(sealed)
          .toString()
          .slice(id.length + 1),
      report: (error) => reported.push(error),
    });
  return { clock, real, records, reported, gateway };
}

const answers = (answer: string, isFinal = true) => ({
  id: 'k',
  requestHash: 'h',
  run: async () => ({ answer, isFinal }),
});

describe('a request with an idempotency key', () => {
  it('runs once, and a repeat is given the first answer', async () => {
    const run = setUp().gateway();
    expect(await run(answers('first'))).toEqual({ answer: 'first', isReplayed: false });
    expect(await run(answers('second'))).toEqual({ answer: 'first', isReplayed: true });
  });

  it('is replayed by any replica', async () => {
    const { gateway } = setUp();
    await gateway()(answers('first'));
    expect(await gateway()(answers('second'))).toMatchObject({ answer: 'first', isReplayed: true });
  });

  it('is refused when the key belongs to another request', async () => {
    const run = setUp().gateway();
    await run(answers('first'));
    await expect(run({ ...answers('second'), requestHash: 'other' })).rejects.toMatchObject({
      kind: 'invalid',
      code: 'gateway.idempotency_key_reused',
    });
  });

  it('is asked to wait while the first one runs', async () => {
    const run = setUp().gateway();
    const gate = Promise.withResolvers<{ answer: string; isFinal: boolean }>();
    const first = run({ id: 'k', requestHash: 'h', run: () => gate.promise });
    await expect(run(answers('second'))).rejects.toMatchObject({
      kind: 'conflict',
      code: 'gateway.idempotency_in_progress',
      retryAfterSeconds: 1,
    });
    gate.resolve({ answer: 'first', isFinal: true });
    expect((await first).answer).toBe('first');
  });

  it('takes over from a gateway that has been silent for 30 seconds', async () => {
    const { gateway, real } = setUp();
    void gateway()({ id: 'k', requestHash: 'h', run: () => new Promise(() => undefined) });
    real.ms = 29_999;
    await expect(gateway()(answers('too early'))).rejects.toMatchObject({ kind: 'conflict' });
    real.ms = 30_000;
    expect(await gateway()(answers('taken over'))).toEqual({ answer: 'taken over', isReplayed: false });
  });

  it('is taken over by one of two that try', async () => {
    const { gateway, real } = setUp();
    void gateway()({ id: 'k', requestHash: 'h', run: () => new Promise(() => undefined) });
    real.ms = 30_000;
    const tries = await Promise.allSettled([gateway()(answers('one')), gateway()(answers('other'))]);
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('forgets an answer that a repeat may improve on', async () => {
    const run = setUp().gateway();
    await run(answers('try again', false));
    expect(await run(answers('better'))).toEqual({ answer: 'better', isReplayed: false });
  });

  it('forgets a request that failed', async () => {
    const run = setUp().gateway();
    const failing = { id: 'k', requestHash: 'h', run: async () => Promise.reject(new Error('broken')) };
    await expect(run(failing)).rejects.toThrow('broken');
    expect((await run(answers('worked'))).isReplayed).toBe(false);
  });

  it('frees the key after 24 hours', async () => {
    const { gateway, clock } = setUp();
    const run = gateway();
    await run(answers('first'));
    clock.advance(24 * 3_600_000 - 1);
    expect((await run(answers('second'))).isReplayed).toBe(true);
    clock.advance(1);
    expect(await run({ ...answers('third'), requestHash: 'other' })).toEqual({ answer: 'third', isReplayed: false });
  });

  it('answers even when the answer cannot be kept', async () => {
    const { gateway, records, reported } = setUp();
    const save = records.save.bind(records);
    records.save = async (id, version, record) => {
      if (version > 1) throw new Error('the store is away');
      return save(id, version, record);
    };
    expect((await gateway()(answers('first'))).answer).toBe('first');
    expect(reported).toHaveLength(1);
  });
});
