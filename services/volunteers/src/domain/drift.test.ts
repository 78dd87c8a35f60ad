import { describe, expect, it } from 'vitest';
import { aBook, policy } from '../app/testing.ts';
import { driftOf, type Observed } from './drift.ts';
import { mended, needsMending } from './mending.ts';
import { enrol } from './enrolment.ts';
import type { Ground } from './ground.ts';
import { orgDays } from './org-day.ts';
import { settle } from './settle.ts';
import type { Membership, Volunteer } from './volunteer.ts';

const now = new Date('2026-03-02T08:00:00Z');
const book = aBook();
const ground: Ground = { book, policy, days: orgDays('Asia/Jerusalem'), now };
const assignment = { id: 'a1', roleKey: 'volunteer', locationId: 'haifa-north-technion', from: '2026-01-01' };
const profile = { volunteerId: 'dana', email: 'dana@x.org', firstName: 'Dana', lastName: 'Levi', phone: '' };

const teams = (change: Partial<Membership> = {}): Membership => ({
  channelId: 'c5',
  system: 'slack',
  desired: true,
  because: ['volunteer'],
  held: true,
  state: 'member',
  attempts: 0,
  source: 'rule',
  ...change,
});

const dana = (change: Partial<Volunteer> = {}): Volunteer => {
  const { next } = enrol({ id: 'v1', profile, assignments: [assignment], at: now, by: 'root' });
  const onboarding = { ...next.onboarding, phase: 'present' as const };
  return { ...next, slackUserId: 'U1', onboarding, memberships: [teams()], ...change };
};

const seen = (...channelIds: readonly string[]): Observed => ({
  since: now,
  channels: new Set(book.channels.map(({ id }) => id)),
  isDeactivated: () => false,
  has: (_, account, channelId) => account === 'U1' && channelIds.includes(channelId),
});
const drift = (volunteer: Volunteer, observed: Observed, mayRemove = false) =>
  driftOf(volunteer, observed, book, mayRemove);

/** As it is stored after mending, with what the rules make of it. */
const after = (volunteer: Volunteer, observed: Observed, mayRemove = false): readonly Membership[] => {
  const found = drift(volunteer, observed, mayRemove);
  return found ? settle(mended(volunteer, found, book, ground).next, ground).next.memberships : volunteer.memberships;
};

describe('drift', () => {
  it('is none where all is as it is kept', () => {
    expect(drift(dana(), seen('c5'))).toBeUndefined();
  });

  it('is missing access, which is given again', () => {
    expect(drift(dana(), seen())).toMatchObject({ missing: ['c5'], extra: [] });
    expect(after(dana(), seen())).toMatchObject([{ channelId: 'c5', held: false, state: 'pending', source: 'rule' }]);
  });

  it('is not what was given while the channels were read', () => {
    const since = new Date(now.getTime() + 1);
    expect(drift(dana({ memberships: [teams({ since })] }), seen())).toBeUndefined();
  });

  it('is nothing that could not be read', () => {
    expect(drift(dana(), { ...seen(), channels: new Set(['c1']) })).toBeUndefined();
  });

  it('is not missing where the account cannot be used', () => {
    const blocked = { ...dana().onboarding, phase: 'blocked' as const };
    expect(drift(dana({ onboarding: blocked }), seen())).toBeUndefined();
  });

  it('is not missing of an account that is closed', () => {
    expect(drift(dana(), { ...seen(), isDeactivated: () => true })).toBeUndefined();
  });

  it('is access that nobody gave, kept as found', () => {
    expect(drift(dana(), seen('c5', 'c3'))).toMatchObject({ extra: [{ channelId: 'c3', remove: false }] });
    const kept = after(dana(), seen('c5', 'c3'));
    expect(kept.find(({ channelId }) => channelId === 'c3')).toMatchObject({
      source: 'found',
      state: 'member',
      held: true,
    });
  });

  it('is taken where that is wished', () => {
    const kept = after(dana(), seen('c5', 'c3'), true);
    expect(kept.find(({ channelId }) => channelId === 'c3')).toMatchObject({ state: 'removing', desired: false });
    expect(kept.find(({ channelId }) => channelId === 'c5')).toMatchObject({ state: 'member' });
  });

  it('that was found before is told again, and stored no second time', () => {
    const found = teams({ channelId: 'c3', desired: false, because: [], source: 'found' });
    const again = drift(dana({ memberships: [teams(), found] }), seen('c5', 'c3'));
    expect(again).toMatchObject({ extra: [{ channelId: 'c3', isKnown: true }] });
    expect(again && needsMending(again)).toBe(false);
  });

  it('that was found and is gone is forgotten', () => {
    const found = teams({ channelId: 'c3', desired: false, because: [], source: 'found' });
    const kept = after(dana({ memberships: [teams(), found] }), seen('c5'));
    expect(kept.map(({ channelId }) => channelId)).toEqual(['c5']);
  });

  it('of who has left is always taken', () => {
    const gone = dana({
      status: 'left',
      leftAt: now,
      memberships: [teams({ desired: false, held: false, state: 'removed' })],
    });
    expect(drift(gone, seen('c5'))).toMatchObject({ extra: [{ channelId: 'c5', remove: true }] });
    const [kept] = after(gone, seen('c5')).filter(({ channelId }) => channelId === 'c5');
    expect(kept).toMatchObject({ state: 'removing', desired: false });
  });

  it('is not what is being taken, nor what nobody can be taken out of', () => {
    const removing = teams({ desired: false, state: 'removing' });
    expect(drift(dana({ memberships: [removing] }), seen('c5'))).toBeUndefined();
    const general = teams({ desired: false, held: false, state: 'removed', lastError: 'cant_kick_from_general' });
    expect(drift(dana({ status: 'left', memberships: [general] }), seen('c5'))).toBeUndefined();
  });

  it('is what could not be given and is there: somebody else gave it', () => {
    const failed = teams({ held: false, state: 'failed', lastError: 'cant_invite', failedFor: 'user' });
    expect(after(dana({ memberships: [failed] }), seen('c5'))).toMatchObject([
      { state: 'member', held: true, source: 'found' },
    ]);
  });

  it('is what was given up, to be tried anew: given and taken alike', () => {
    const given = teams({ held: false, state: 'failed', failedFor: 'call', attempts: 10 });
    expect(after(dana({ memberships: [given] }), seen())).toMatchObject([{ state: 'pending', attempts: 0 }]);
    const taken = teams({ desired: false, state: 'failed', failedFor: 'call', channelId: 'c3' });
    const kept = after(dana({ memberships: [teams(), taken] }), seen('c5', 'c3'));
    expect(kept.find(({ channelId }) => channelId === 'c3')).toMatchObject({ state: 'removing', attempts: 0 });
  });

  it('is not what somebody has to see to', () => {
    const failed = teams({ held: false, state: 'failed', failedFor: 'user', lastError: 'cant_invite' });
    expect(drift(dana({ memberships: [failed] }), seen())).toBeUndefined();
  });
});
