import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { calls } from './calls.ts';
import { slackRefusal } from './slack-refusal.ts';
import { slackTiers, tierLimits } from './slack-tiers.ts';

beforeEach(() => vi.useFakeTimers({ now: 0 }));
afterEach(() => vi.useRealTimers());

const said = async () => 'said';

describe('the tiers of Slack', () => {
  it.each([
    ['users.lookupByEmail', 50],
    ['chat.update', 50],
    ['chat.postMessage', 300],
  ] as const)('let no more than they allow call %s in any minute', async (method, perMinute) => {
    const within = slackTiers({});
    const at: number[] = [];
    for (let n = 0; n < perMinute * 4; n += 1) {
      void within(method, async () => void at.push(Date.now())).catch(() => undefined);
      await vi.advanceTimersByTimeAsync(500);
    }

    const busiest = Math.max(...at.map((from) => at.filter((one) => one >= from && one < from + 60_000).length));
    expect(busiest).toBeLessThanOrEqual(perMinute);
    expect(at.length).toBeGreaterThan(perMinute / 2);
  });

  it('say when to come back rather than make anybody wait for long', async () => {
    const within = slackTiers({});
    const all = Promise.allSettled(Array.from({ length: 30 }, () => within('conversations.open', said)));
    await vi.advanceTimersByTimeAsync(2_000);

    expect((await all).findLast((one) => one.status === 'rejected')).toMatchObject({
      reason: { permanent: false, attempted: false, retryAfterSeconds: 5 },
    });
  });

  it('are each for themselves', async () => {
    const within = slackTiers({});
    void Promise.allSettled(Array.from({ length: 30 }, () => within('conversations.open', said)));

    expect(await within('chat.postMessage', said)).toBe('said');
  });
});

describe('calls that administer the workspace', () => {
  const busiestOf = (at: readonly number[]): number =>
    Math.max(...at.map((from) => at.filter((one) => one >= from && one < from + 60_000).length));

  it.each([
    ['users.list', 20],
    ['conversations.list', 20],
    ['conversations.create', 20],
    ['scim.users.delete', 20],
    ['users.lookupByEmail', 50],
    ['conversations.info', 50],
    ['conversations.invite', 50],
    ['conversations.kick', 50],
    ['users.info', 100],
    ['conversations.members', 100],
    ['a.method.of.next.year', 20],
  ] as const)('call %s no more than %i times in any minute', async (method, perMinute) => {
    const guard = calls({
      name: 'slack-workspace',
      state: 'sandbox',
      limitsOf: (one) => tierLimits(one, {}),
      timeLimitMs: 5_000,
      failure: slackRefusal,
    });
    const at: number[] = [];
    // In spurts with rests between them, so that what a rest allows meets what comes at the rate.
    for (let minute = 0; minute < 6; minute += 1) {
      for (let n = 0; n < perMinute; n += 1) {
        void guard.run(method, async () => at.push(Date.now()), { patienceMs: 600_000 });
      }
      await vi.advanceTimersByTimeAsync(minute === 2 ? 300_000 : 50_000);
    }
    await vi.advanceTimersByTimeAsync(600_000);

    expect(busiestOf(at)).toBeLessThanOrEqual(perMinute);
    expect(at).toHaveLength(perMinute * 6);
  });
});
