import { describe, expect, it } from 'vitest';
import { claimed, deliveryDueAt, givenUp, newDelivery, replayed, tried, type WebhookDelivery } from './delivery.ts';

const start = new Date('2026-03-02T09:00:00Z');
const given = { id: 'd1', subscriptionId: 's1', event: 'visit.opened', personId: 'ada', body: '{}' } as const;
const refused = { status: 503, durationMs: 5, reason: 'answered 503' };

/** Fails until it is given up; says when each try was. */
function failing(chance: number): readonly [WebhookDelivery, readonly Date[]] {
  let delivery = newDelivery(given, start);
  const times: Date[] = [];
  while (delivery.nextTryAt) {
    const now = delivery.nextTryAt;
    times.push(now);
    delivery = tried(claimed(delivery, now), refused, now, chance);
  }
  return [delivery, times];
}

describe('a delivery', () => {
  it('is due at once', () => {
    expect(deliveryDueAt(newDelivery(given, start))).toEqual(start);
  });

  it('is left alone by others while a call may take', () => {
    const ours = claimed(newDelivery(given, start), start);
    expect(ours.version).toBe(2);
    expect(deliveryDueAt(ours).getTime() - start.getTime()).toBe(30_000);
  });

  it.each([200, 204, 299])('is done with the status %s', (status) => {
    expect(tried(newDelivery(given, start), { status, durationMs: 1 }, start, 0)).toMatchObject({
      state: 'delivered',
      tryCount: 1,
    });
  });

  it.each([{ status: 302 }, { status: 410 }, { status: 500 }, { reason: 'could not be reached' }])(
    'is tried again after %j',
    (outcome) => {
      const next = tried(newDelivery(given, start), { ...outcome, durationMs: 1 }, start, 0.5);
      expect(next.state).toBe('pending');
      expect(next.nextTryAt?.getTime()).toBe(start.getTime() + 10_000);
    },
  );

  it.each([0, 0.5, 1])('is given up after a day and not before twenty hours, by chance %s', (chance) => {
    const [delivery, times] = failing(chance);
    const lasted = times.at(-1)!.getTime() - start.getTime();
    expect(delivery.state).toBe('failed');
    expect(lasted).toBeLessThanOrEqual(24 * 3_600_000);
    expect(lasted).toBeGreaterThan(20 * 3_600_000);
    expect(delivery.tries.length).toBeLessThanOrEqual(20);
    expect(delivery.tryCount).toBe(times.length);
  });

  it('waits longer each time, up to some hours', () => {
    const [, times] = failing(0.5);
    const pauses = times.slice(1).map((time, index) => time.getTime() - times[index]!.getTime());
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b));
    expect(pauses.at(-1)).toBe(2 * 3_600_000);
  });

  it('begins afresh when it is replayed', () => {
    const again = replayed(givenUp(newDelivery(given, start)), new Date('2026-03-05T09:00:00Z'));
    expect(again).toMatchObject({ state: 'pending', round: 0, nextTryAt: new Date('2026-03-05T09:00:00Z') });
  });

  it('is removed thirty days after it was made', () => {
    const done = givenUp(newDelivery(given, start));
    expect(deliveryDueAt(done)).toEqual(new Date('2026-04-01T09:00:00Z'));
  });

  it('is kept for less where that was wished for', () => {
    const snapshot = newDelivery({ ...given, personId: '', keptForMs: 24 * 3_600_000 }, start);
    const done = tried(snapshot, { status: 200, durationMs: 1 }, start, 0);
    expect(deliveryDueAt(done)).toEqual(new Date('2026-03-03T09:00:00Z'));
  });
});
