import { describe, expect, it } from 'vitest';
import { changed, noted, type Subscription, wants, withNewSecret } from './subscription.ts';

const now = new Date('2026-03-02T09:00:00Z');
const later = (days: number): Date => new Date(now.getTime() + days * 24 * 3_600_000);
const settings = {
  url: 'https://bms.example.org',
  events: ['visit.opened'],
  description: '',
  active: true,
} as const;
const fresh: Subscription = {
  id: 's1',
  version: 1,
  settings,
  createdAt: now,
  createdBy: 'mona',
  generation: 1,
  disabledForFailing: false,
};
const failing = noted(fresh, false, now)!.next;

describe('a subscription', () => {
  it('wants the events it names', () => {
    expect([wants(fresh, 'visit.opened'), wants(fresh, 'visit.closed')]).toEqual([true, false]);
  });

  it('wants nothing while it is not active', () => {
    expect(wants({ ...fresh, settings: { ...settings, active: false } }, 'visit.opened')).toBe(false);
  });

  it('remembers since when it fails, and forgets it with the first success', () => {
    expect(failing.failingSince).toEqual(now);
    expect(noted(failing, false, later(4))).toBeUndefined();
    expect(noted(failing, true, later(4))?.next).not.toHaveProperty('failingSince');
    expect(noted(fresh, true, now)).toBeUndefined();
  });

  it('is switched off when it has failed for five days, with one alert', () => {
    const off = noted(failing, false, later(5))!;
    expect(off.next).toMatchObject({ disabledForFailing: true, settings: { active: false } });
    expect(off.alerts).toHaveLength(1);
    expect(noted(off.next, false, later(6))).toBeUndefined();
  });

  it('starts afresh when it is made active again', () => {
    const off = noted(failing, false, later(5))!.next;
    const on = changed(off, settings);
    expect(on).not.toHaveProperty('failingSince');
    expect(on.disabledForFailing).toBe(false);
  });

  it('has another secret after each rotation', () => {
    expect(withNewSecret(fresh)).toMatchObject({ generation: 2, version: 2 });
  });
});
