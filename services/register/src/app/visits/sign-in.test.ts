import { describe, expect, it } from 'vitest';
import { namedEntrances } from '../../domain/entrance.ts';
import { aPerson, aRegister, aSite, unavailable } from '../testing.ts';

const ada = aPerson('Ada Lovelace');
const bob = aPerson('Bob Bauer');

describe('signing in', () => {
  it('opens a visit and tells the count after it', async () => {
    const { signIn, visits } = aRegister('2026-03-02T09:00:00Z');
    const movement = await signIn(ada);
    expect(movement).toEqual({ visitId: 'v1', changed: true, occupancy: 1, at: new Date('2026-03-02T09:00:00Z') });
    expect(visits.facts()).toEqual([{ type: 'visit-opened', visit: visits.stored.get('v1'), occupancy: 1 }]);
  });

  it('counts people: the second one is told 2', async () => {
    const { signIn } = aRegister('2026-03-02T09:00:00Z');
    await signIn(ada);
    expect(await signIn(bob)).toMatchObject({ occupancy: 2 });
  });

  it('tells the webhooks of the site the same count as the fact', async () => {
    const slackWebhooks = [{ url: 'https://hooks.slack.com/a', movements: 'both', privacy: 'name' }] as const;
    const { signIn, visits } = aRegister('2026-03-02T09:00:00Z', aSite({ slackWebhooks }));
    await signIn(ada);
    await signIn(bob);
    expect(visits.notices().map(({ displayName, count }) => [displayName, count])).toEqual([
      ['Ada Lovelace', 1],
      ['Bob Bauer', 2],
    ]);
  });

  it('answers a second press with the same visit and changes nothing (5)', async () => {
    const { signIn, visits, clock } = aRegister('2026-03-02T09:00:00Z');
    await signIn(ada);
    clock.set('2026-03-02T10:00:00Z');
    expect(await signIn(ada)).toEqual({
      visitId: 'v1',
      changed: false,
      occupancy: 1,
      at: new Date('2026-03-02T09:00:00Z'),
    });
    expect(visits.facts()).toHaveLength(1);
  });

  it('lets one of two presses at once win (5)', async () => {
    const { signIn, visits } = aRegister('2026-03-02T09:00:00Z');
    const movements = await Promise.all([signIn(ada), signIn(ada)]);
    expect(new Set(movements.map(({ visitId }) => visitId)).size).toBe(1);
    expect(movements.map(({ changed }) => changed).sort()).toEqual([false, true]);
    expect(movements.map(({ occupancy }) => occupancy)).toEqual([1, 1]);
    expect(visits.facts()).toHaveLength(1);
  });

  it('finds a visit that another process opened', async () => {
    const { signIn, visits, presence } = aRegister('2026-03-02T09:00:00Z');
    await signIn(ada);
    presence.heardClosed({ siteId: 'vw', personId: ada.personId, visitId: 'v1', version: 2 });
    expect(await signIn(ada)).toMatchObject({ visitId: 'v1', changed: false });
    expect(visits.stored.size).toBe(1);
  });

  it('refuses a page of another day and leaves nothing behind (7)', async () => {
    const { signIn, visits, presence } = aRegister('2026-07-01T23:30:00Z');
    await expect(signIn(ada, { clientDate: '2026-07-01' })).rejects.toMatchObject({
      code: 'register.wrong_date',
      details: { today: '2026-07-02' },
    });
    expect([visits.stored.size, presence.count('vw')]).toEqual([0, 0]);
  });

  it('dates the visit by the site (7)', async () => {
    const { signIn, visits } = aRegister('2026-07-01T23:30:00Z');
    await signIn(ada, { clientDate: '2026-07-02' });
    expect(visits.stored.get('v1')).toMatchObject({ date: '2026-07-02' });
  });

  it('refuses a date that is none', async () => {
    const { signIn } = aRegister('2026-03-02T09:00:00Z');
    await expect(signIn(ada, { clientDate: '02/03/2026' })).rejects.toMatchObject({ code: 'register.bad_date' });
  });

  it('refuses an entrance that the site does not have', async () => {
    const { signIn } = aRegister('2026-03-02T09:00:00Z', aSite({ entrances: namedEntrances(['Front']) }));
    await expect(signIn(ada, { entrance: 'Roof' })).rejects.toMatchObject({ code: 'register.unknown_entrance' });
  });

  it('keeps the entrance', async () => {
    const { signIn, visits } = aRegister(
      '2026-03-02T09:00:00Z',
      aSite({ entrances: namedEntrances(['Front', 'Courtyard']) }),
    );
    await signIn(ada, { entrance: 'Courtyard' });
    expect(visits.stored.get('v1')?.in).toMatchObject({ entrance: 'Courtyard' });
  });

  it('refuses a site that is not there', async () => {
    const { signIn } = aRegister('2026-03-02T09:00:00Z');
    await expect(signIn(ada, { siteId: 'nowhere' })).rejects.toMatchObject({ code: 'register.site_not_found' });
  });

  it('refuses a caller who is no person', async () => {
    const { signIn } = aRegister('2026-03-02T09:00:00Z');
    await expect(signIn({ ...ada, personId: '' })).rejects.toMatchObject({ code: 'register.not_a_person' });
  });

  it('closes a visit that ended at midnight before it opens the next (8)', async () => {
    const { signIn, visits, clock } = aRegister('2026-03-02T17:00:00Z');
    await signIn(bob);
    clock.set('2026-03-03T00:05:00Z');
    const next = await signIn(bob);
    expect(next).toMatchObject({ changed: true, occupancy: 1 });
    expect(next.visitId).not.toBe('v1');
    expect(visits.stored.get('v1')).toMatchObject({ open: false, closedReason: 'not_signed_out' });
  });

  it('counts nobody in when the store fails', async () => {
    const { signIn, visits, presence } = aRegister('2026-03-02T09:00:00Z');
    visits.save = unavailable;
    await expect(signIn(ada)).rejects.toMatchObject({ kind: 'unavailable' });
    expect(presence.count('vw')).toBe(0);
  });
});
