import { describe, expect, it } from 'vitest';
import { later, nine } from '../testing.ts';
import {
  archive,
  arrive,
  type Change,
  comeBack,
  entryDueAt,
  type InboxEntry,
  isToBeRemoved,
  isToComeBack,
  read,
  see,
  snooze,
  snoozeFault,
  unarchive,
  unread,
} from './entry.ts';

const DAY_S = 24 * 3_600;
const message = { id: 'm1', to: 'ada', category: 'reminder' } as const;
const fresh = (): InboxEntry => arrive(message, { title: 'Sign out', text: 'You are still in.', link: '/' }, nine).next;
const after = (entry: InboxEntry, ...changes: readonly Change[]): InboxEntry =>
  changes.reduce((now, change) => change(now, later(60))?.next ?? now, entry);

describe('an entry of the inbox', () => {
  it('arrives unread, under the id of its message', () => {
    expect(arrive(message, { title: 'Sign out', text: 'Still in.' }, nine)).toEqual({
      next: {
        id: 'm1',
        version: 1,
        personId: 'ada',
        category: 'reminder',
        title: 'Sign out',
        body: 'Still in.',
        at: nine,
        placedAt: nine,
        folder: 'inbox',
      },
      facts: [{ change: 'added', at: nine, entry: expect.objectContaining({ id: 'm1' }) }],
    });
  });

  it('is seen by being read, and stays seen when it counts as unread again', () => {
    const again = after(fresh(), read, unread);

    expect(again).toMatchObject({ seenAt: later(60) });
    expect(again).not.toHaveProperty('readAt');
  });

  it.each([
    ['read', read],
    ['seen', see],
    ['archived', archive],
    ['snoozed', snooze(later(DAY_S))],
  ])('tells once that it was %s, however often it is done', (change, act) => {
    const once = act(fresh(), later(60));

    expect(once?.facts.map((fact) => fact.change)).toEqual([change]);
    expect(act(once!.next, later(61))).toBeUndefined();
  });

  it.each([
    ['unread', unread],
    ['back in the inbox', unarchive],
  ])('is %s already when it is new', (_state, act) => {
    expect(act(fresh(), later(60))).toBeUndefined();
  });

  it('is in one folder at a time', () => {
    const folders = (...changes: readonly Change[]) => after(fresh(), ...changes);

    expect(folders(archive)).toMatchObject({ folder: 'archived', archivedAt: later(60) });
    expect(folders(archive, snooze(later(DAY_S)))).not.toHaveProperty('archivedAt');
    expect(folders(snooze(later(DAY_S)), archive)).not.toHaveProperty('snoozedUntil');
    expect(folders(snooze(later(DAY_S)), unarchive)).toMatchObject({ folder: 'inbox', placedAt: nine });
  });
});

describe('a snoozed entry', () => {
  const snoozed = after(fresh(), read, snooze(later(DAY_S)));

  it('is due at that time and not before', () => {
    expect(entryDueAt(snoozed)).toEqual(later(DAY_S));
    expect([isToComeBack(snoozed, later(DAY_S - 1)), isToComeBack(snoozed, later(DAY_S))]).toEqual([false, true]);
  });

  it('comes back on top, as if it were new', () => {
    const back = comeBack(snoozed, later(DAY_S)).next;

    expect(back).toMatchObject({ folder: 'inbox', placedAt: later(DAY_S), at: nine });
    expect(Object.keys(back)).not.toEqual(expect.arrayContaining(['readAt']));
    expect(isToComeBack(back, later(2 * DAY_S))).toBe(false);
  });

  it('cannot be put off into the past, nor for more than a year', () => {
    expect(snoozeFault(nine, nine)).toContain('future');
    expect(snoozeFault(later(367 * DAY_S), nine)).toContain('year');
    expect(snoozeFault(later(1), nine)).toBeUndefined();
  });
});

describe('an old entry', () => {
  it('is removed half a year after it came or came back', () => {
    expect(entryDueAt(fresh())).toEqual(later(180 * DAY_S));
    expect(isToBeRemoved(fresh(), later(180 * DAY_S - 1))).toBe(false);
    expect(isToBeRemoved(fresh(), later(180 * DAY_S))).toBe(true);
    expect(isToBeRemoved(comeBack(fresh(), later(DAY_S)).next, later(180 * DAY_S))).toBe(false);
  });
});
