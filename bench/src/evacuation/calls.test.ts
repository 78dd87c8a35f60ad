import { expect, it } from 'vitest';
import { callsOf } from './calls.ts';

const alarmAt = Date.parse('2026-03-02T12:00:00.000Z');
const received = (channel: string, to: string, ms: number) => ({
  channel,
  to,
  at: new Date(alarmAt + ms).toISOString(),
});
const expected = new Set(['email a@x', 'sms +1', 'push d']);

it('calls are timed from the alarm, each contact by the first that reached it', () => {
  const all = [received('sms', '+1', 300), received('email', 'a@x', 120), received('email', 'a@x', 900)];
  const calls = callsOf(alarmAt, [...all, received('email', 'other@x', 5)], expected);
  expect(calls.all).toMatchObject({ firstMs: 120, lastMs: 300, count: 2 });
  expect(calls.byChannel.get('email')).toMatchObject({ firstMs: 120, lastMs: 120, count: 1 });
  expect(calls.missing).toBe(1);
});

it('a call that nobody got has no time', () => {
  const { all, missing } = callsOf(alarmAt, [], expected);
  expect([all.firstMs, all.lastMs, missing]).toEqual([NaN, NaN, 3]);
});
