import { describe, expect, it } from 'vitest';
import { aLink } from '../app/testing.ts';
import { age, ageDueAt, type InviteLink, noteJoined, release, reserve, reservedOf, retire } from './invite-link.ts';

const now = new Date('2026-03-02T08:00:00Z');
const warnings = { parts: [0.8, 0.95], days: [2, 7] };
const inDays = (days: number): Date => new Date(now.getTime() + days * 86_400_000);

/** Takes places one after the other, with everything that was told. */
function filled(link: InviteLink, count: number) {
  const told: string[] = [];
  let current = link;
  for (let index = 0; index < count; index += 1) {
    const outcome = reserve(current, `v${index}`, now, warnings);
    if (typeof outcome !== 'object') return { current, told };
    current = outcome.next;
    told.push(
      ...outcome.facts.map((fact) => (fact.type === 'link-warning' ? `${fact.what} ${fact.value}` : fact.type)),
    );
  }
  return { current, told };
}

describe('places on a link', () => {
  it('scenario 14: are warned of once at each part, and are never more than there are', () => {
    const { current, told } = filled(aLink('l1', { cap: 2_000, takenBefore: 1_590, warned: [] }), 1_000);
    expect(told).toEqual(['places 1600', 'places 1900', 'link-full']);
    expect([reservedOf(current), current.status]).toEqual([2_000, 'full']);
  });

  it('are one person’s, however often they are asked for', () => {
    const { current } = filled(aLink('l1'), 1);
    expect(reserve(current, 'v0', now, warnings)).toBe('has-place');
  });

  it('stay whose they are while the link is full, and not when it is over', () => {
    const { current } = filled(aLink('l1', { cap: 1 }), 1);
    expect(current.status).toBe('full');
    expect(reserve(current, 'v0', now, warnings)).toBe('has-place');
    expect(reserve({ ...current, status: 'retired' }, 'v0', now, warnings)).toBeUndefined();
    expect(reserve({ ...current, expiresAt: now }, 'v0', now, warnings)).toBeUndefined();
  });

  it.each(['coming', 'full', 'expired', 'retired'] as const)('are none on a link that is %s', (status) => {
    expect(reserve(aLink('l1', { status }), 'v9', now, warnings)).toBeUndefined();
  });

  it('are given back by who never came: a full link is sent again, unless another one is', () => {
    const { current } = filled(aLink('l1', { cap: 1 }), 1);
    expect(release(current, 'v0', now, false)).toMatchObject({
      next: { status: 'active' },
      facts: [{ type: 'link-activated' }],
    });
    expect(release(current, 'v0', now, true)).toMatchObject({ next: { status: 'full', holders: [] }, facts: [] });
  });

  it('are kept by who came, and counted once', () => {
    const { current } = filled(aLink('l1'), 1);
    const joined = noteJoined(current, 'v0')!.next;
    expect(joined.joiners).toEqual(['v0']);
    expect(noteJoined(joined, 'v0')).toBeUndefined();
    expect(release(joined, 'v0', now, false)).toBeUndefined();
  });
});

describe('the end of a link', () => {
  const link = aLink('l1', { expiresAt: inDays(10) });

  it('scenario 14: is warned of once at each number of days', () => {
    expect(age(link, inDays(2.9), warnings)).toBeUndefined();
    const first = age(link, inDays(3), warnings)!;
    expect(first.facts).toMatchObject([{ type: 'link-warning', what: 'days', value: 7 }]);
    expect(age(first.next, inDays(4), warnings)).toBeUndefined();
    const second = age(first.next, inDays(8), warnings)!;
    expect(second.facts).toMatchObject([{ value: 2 }]);
  });

  it('is told once where several are due at the same time', () => {
    expect(age(link, inDays(9), warnings)?.facts).toMatchObject([{ what: 'days', value: 2 }]);
  });

  it('comes, is told, and leaves no place', () => {
    const over = age(link, inDays(10), warnings)!;
    expect(over).toMatchObject({ next: { status: 'expired' }, facts: [{ type: 'link-expired' }] });
    expect(age(over.next, inDays(11), warnings)).toBeUndefined();
    expect(reserve(over.next, 'v1', inDays(10), warnings)).toBeUndefined();
  });

  it('is looked at when the next thing is due', () => {
    expect(ageDueAt(link, warnings)).toEqual(inDays(3));
    expect(ageDueAt({ ...link, warned: ['days:7', 'days:2'] }, warnings)).toEqual(inDays(10));
    expect(ageDueAt(aLink('l1'), warnings)).toBeUndefined();
  });

  it('of one that is coming is its beginning: it is to be activated', () => {
    expect(ageDueAt({ ...link, status: 'coming' }, warnings)).toEqual(link.createdAt);
  });

  it('is also to be retired, once', () => {
    const { next } = retire(link)!;
    expect(next.status).toBe('retired');
    expect(retire(next)).toBeUndefined();
  });
});
