import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { slackTiers } from './slack-tiers.ts';

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
