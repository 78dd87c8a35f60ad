import { describe, expect, it } from 'vitest';
import { updateSite } from '../../domain/site.ts';
import { aPerson, aRegister, aSite } from '../testing.ts';
import { rescheduleVisitsHandler } from './reschedule-visits.ts';

const bob = aPerson('Bob Bauer');
const policy = { hosts: [], allowLoopback: false };
const by = { at: new Date('2026-03-02T18:00:00Z'), actorId: 'alex', ip: '', userAgent: '' };

const bobInside = async (site = aSite()) => {
  const register = aRegister('2026-03-02T17:00:00Z', site);
  await register.signIn(bob);
  const change = async (given: Parameters<typeof updateSite>[1]): Promise<void> => {
    await register.siteStore.save(updateSite(register.site, given, policy, by).next, []);
    await rescheduleVisitsHandler(register)(register.site.id);
  };
  return { ...register, change };
};

describe('the rollover', () => {
  it('closes what is open when the day ends (8)', async () => {
    const { rollOver, clock, visits, presence } = await bobInside();
    clock.set('2026-03-03T00:00:00Z');
    await rollOver('v1');
    expect(visits.stored.get('v1')).toMatchObject({ open: false, closedReason: 'not_signed_out' });
    expect(visits.facts().at(-1)).toMatchObject({ type: 'visit-rolled-over', occupancy: 0 });
    expect(presence.count('vw')).toBe(0);
  });

  it('fires once however often it is tried', async () => {
    const { rollOver, clock, visits } = await bobInside();
    clock.set('2026-03-03T00:00:00Z');
    await Promise.all([rollOver('v1'), rollOver('v1'), rollOver('v1')]);
    expect(visits.facts().filter(({ type }) => type === 'visit-rolled-over')).toHaveLength(1);
  });

  it('tells the moment when the day was over, however late it is found out', async () => {
    const { rollOver, clock, visits } = await bobInside();
    clock.set('2026-03-05T11:00:00Z');
    await rollOver('v1');
    expect(visits.stored.get('v1')?.rolledOver?.at).toEqual(new Date('2026-03-03T00:00:00Z'));
  });

  it('leaves alone what is not due yet', async () => {
    const { rollOver, clock, visits } = await bobInside();
    clock.set('2026-03-02T23:59:59.999Z');
    await rollOver('v1');
    expect(visits.stored.get('v1')).toMatchObject({ open: true, version: 1 });
  });

  it('leaves alone who signed out', async () => {
    const { rollOver, signOut, clock, visits } = await bobInside();
    await signOut(bob);
    clock.set('2026-03-03T00:00:00Z');
    await rollOver('v1');
    expect(visits.stored.get('v1')).toMatchObject({ closedReason: 'signed_out' });
  });

  it('waits 16 hours from sign-in where visits are carried over', async () => {
    const { rollOver, clock, visits, presence } = await bobInside(aSite({ carryOver: true }));
    clock.set('2026-03-03T08:59:59Z');
    await rollOver('v1');
    expect(presence.count('vw')).toBe(1);
    clock.set('2026-03-03T09:00:00Z');
    await rollOver('v1');
    expect(visits.stored.get('v1')).toMatchObject({ closedReason: 'not_signed_out' });
  });
});

describe('changed settings of a site', () => {
  it('move the end of visits that are open', async () => {
    const { change, visits } = await bobInside();
    await change({ timeZone: 'America/New_York' });
    expect(visits.stored.get('v1')).toMatchObject({ open: true, until: new Date('2026-03-03T05:00:00Z') });
  });

  it('tell nobody about that', async () => {
    const { change, visits } = await bobInside();
    await change({ dayRollover: '23:00' });
    expect(visits.facts().map(({ type }) => type)).toEqual(['visit-opened']);
  });

  it('close a visit whose end lies in the past by now', async () => {
    const { change, clock, visits } = await bobInside();
    clock.set('2026-03-02T19:00:00Z');
    await change({ dayRollover: '18:30' });
    expect(visits.stored.get('v1')).toMatchObject({ open: false, closedReason: 'not_signed_out' });
  });

  it('leave a visit alone whose end stays', async () => {
    const { change, visits } = await bobInside();
    await change({ name: 'Walk' });
    expect(visits.stored.get('v1')?.version).toBe(1);
  });
});
