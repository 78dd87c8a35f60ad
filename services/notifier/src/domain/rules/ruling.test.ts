import { describe, expect, it } from 'vitest';
import { CATEGORIES, type Category, type Order } from '../message.ts';
import { anOrder, later, nine } from '../testing.ts';
import { isCritical } from './critical.ts';
import type { QuietSpan } from './quiet-hours.ts';
import { type Preferences, wishesOf } from './preferences.ts';
import { type Circumstances, type Ruling, ruleOn } from './ruling.ts';

const aMail = (change: Partial<Order> = {}): Order =>
  anOrder({ channel: 'email', to: 'ada@example.org', personId: 'ada', category: 'reminder', ...change });

const always: readonly QuietSpan[] = ([1, 2, 3, 4, 5, 6, 7] as const).map((weekday) => ({
  weekday,
  from: '08:00',
  to: '10:00',
}));
const throttle = { key: 'k', count: 1, windowMs: 60_000, over: 'hold' } as const;

const wishes = (category: Category, own: Partial<Preferences>): Pick<Circumstances, 'wishes'> => ({
  wishes: wishesOf({ switches: {}, digests: {}, ...own }, undefined, category && 'UTC'),
});

type Case = Readonly<{
  order?: Partial<Order>;
  given: (category: Category) => Partial<Circumstances>;
  gives: Partial<Ruling>;
}>;

/** Each rule by itself, with what it makes of a message that is not critical. */
const cases: Readonly<Record<string, Case>> = {
  preferences: {
    given: (category) => wishes(category, { switches: { [category]: { email: false } } }),
    gives: { kind: 'drop' },
  },
  'quiet hours': {
    given: (category) => wishes(category, { quietHours: always }),
    gives: { kind: 'hold', why: 'quiet_hours', until: new Date('2026-03-02T10:00:00Z') },
  },
  digest: {
    given: (category) => wishes(category, { digests: { [category]: { every: 'day', at: '17:00' } } }),
    gives: { kind: 'hold', why: 'digest', until: new Date('2026-03-02T17:00:00Z') },
  },
  throttle: {
    order: { throttle },
    given: () => ({ admission: { kind: 'hold', until: later(60) } }),
    gives: { kind: 'hold', why: 'throttle', until: later(60) },
  },
  'throttle that drops': {
    order: { throttle: { ...throttle, over: 'drop' } },
    given: () => ({ admission: { kind: 'drop' } }),
    gives: { kind: 'drop' },
  },
};

const rule = (order: Order, circumstances: Partial<Circumstances> = {}, at = nine): Ruling =>
  ruleOn(order, { isGathered: false, ...circumstances }, at);

const table = CATEGORIES.flatMap((category) =>
  Object.entries(cases).map(([name, one]) => ({ category, name, ...one })),
);

describe('what is critical', () => {
  it('is signing in and emergencies, by category or by lane', () => {
    const critical = CATEGORIES.filter((category) => isCritical({ category, lane: 'transactional' }));
    expect(critical).toEqual(['auth', 'emergency']);
    expect(CATEGORIES.every((category) => isCritical({ category, lane: 'emergency' }))).toBe(true);
  });

  it.each(table)('$category and $name', ({ category, order, given, gives }) => {
    const expected = category === 'auth' || category === 'emergency' ? { kind: 'send' } : gives;
    expect(rule(aMail({ ...order, category }), given(category))).toMatchObject(expected);
  });

  it.each(table)('$category and $name in the emergency lane: sent', ({ category, order, given }) => {
    expect(rule(aMail({ ...order, category, lane: 'emergency' }), given(category))).toEqual({ kind: 'send' });
  });

  it.each(CATEGORIES)('%s to an address that was refused for good fails at once', (category) => {
    const suppression = { isActive: true, reason: 'hard_bounce', code: '5.1.1' } as const;
    const reason = 'Not sent: this address was refused for good before (5.1.1).';
    expect(rule(aMail({ category }), { suppression })).toEqual({ kind: 'drop', reason });
  });
});

describe('rules together', () => {
  const quiet = wishesOf({ switches: {}, digests: {}, quietHours: always }, undefined, 'UTC');
  const daily = { reminder: { every: 'day', at: '17:00' } } as const;

  it('send what nothing speaks against', () => {
    expect(rule(aMail())).toEqual({ kind: 'send' });
    expect(rule(aMail(), { suppression: { isActive: false, reason: 'stop' } })).toEqual({ kind: 'send' });
  });

  it('wait for the schedule first, critical or not', () => {
    const notBefore = later(3_600);
    const held = { kind: 'hold', until: notBefore, why: 'schedule' };
    expect(rule(aMail({ notBefore }), { wishes: quiet })).toEqual(held);
    expect(rule(aMail({ notBefore, category: 'auth' }))).toEqual(held);
    expect(rule(aMail({ notBefore: nine }))).toEqual({ kind: 'send' });
  });

  it('prefer a digest to the end of quiet hours', () => {
    const both = wishesOf({ switches: {}, digests: daily, quietHours: always }, undefined, 'UTC');
    expect(rule(aMail(), { wishes: both })).toMatchObject({ why: 'digest' });
    expect(rule(aMail(), { wishes: both, isGathered: true })).toMatchObject({ why: 'quiet_hours' });
  });

  it('gather by group, else by category', () => {
    const gathering = wishesOf({ switches: {}, digests: daily }, undefined, 'UTC');
    const gather = (change: Partial<Order>) => rule(aMail(change), { wishes: gathering });
    expect(gather({})).toMatchObject({ gather: 'reminder ' });
    expect(gather({ group: 'board 7' })).toMatchObject({ gather: 'reminder board 7' });
  });

  it('send by itself what would be out of date when its digest goes, and what has attachments', () => {
    const gathering = wishesOf({ switches: {}, digests: daily }, undefined, 'UTC');
    expect(rule(aMail({ expiresAt: later(60) }), { wishes: gathering })).toEqual({ kind: 'send' });
    expect(rule(aMail({ hasAttachments: true }), { wishes: gathering })).toEqual({ kind: 'send' });
  });

  it('never hold what only waits in an inbox', () => {
    expect(rule(aMail({ channel: 'inbox', to: 'ada' }), { wishes: quiet })).toEqual({ kind: 'send' });
  });

  it('merge what is too much into one message for each key', () => {
    const order = aMail({ throttle: { ...throttle, over: 'merge' } });
    const admission = { kind: 'merge', until: later(60) } as const;
    expect(rule(order, { admission })).toEqual({
      kind: 'hold',
      until: later(60),
      why: 'throttle',
      gather: 'throttle reminder k',
    });
  });

  it('ask nobody’s wishes for a place that nobody owns', () => {
    expect(rule(anOrder({ category: 'presence' }))).toEqual({ kind: 'send' });
  });
});
