import { describe, expect, it, vi } from 'vitest';
import { aPerson, aRegister, aSite, unavailable } from '../testing.ts';

const ada = aPerson('Ada Lovelace');
const bob = aPerson('Bob Bauer');

describe('signing out', () => {
  it('closes the visit and tells the count after it', async () => {
    const { signIn, signOut, visits, clock } = aRegister('2026-03-02T09:00:00Z');
    await signIn(ada);
    await signIn(bob);
    clock.set('2026-03-02T17:00:00Z');
    expect(await signOut(ada)).toEqual({
      visitId: 'v1',
      changed: true,
      occupancy: 1,
      at: new Date('2026-03-02T17:00:00Z'),
    });
    expect(visits.facts().at(-1)).toMatchObject({ type: 'visit-closed', occupancy: 1 });
  });

  it('does nothing and tells nobody when nothing is open', async () => {
    const slackWebhooks = [{ url: 'https://hooks.slack.com/a', movements: 'both', privacy: 'name' }] as const;
    const { signOut, visits } = aRegister('2026-03-02T09:00:00Z', aSite({ slackWebhooks }));
    expect(await signOut(ada)).toEqual({ changed: false, occupancy: 0, at: new Date('2026-03-02T09:00:00Z') });
    expect([visits.facts(), visits.notices()]).toEqual([[], []]);
  });

  it('reads nothing for a visit that this process opened', async () => {
    const { signIn, signOut, visits } = aRegister('2026-03-02T09:00:00Z');
    await signIn(ada);
    const find = vi.spyOn(visits, 'find');
    const findOpen = vi.spyOn(visits, 'findOpen');
    await signOut(ada);
    expect([find, findOpen].flatMap((spy) => spy.mock.calls)).toEqual([]);
  });

  it('lets one of two presses at once win', async () => {
    const { signIn, signOut, visits } = aRegister('2026-03-02T09:00:00Z');
    await signIn(ada);
    const movements = await Promise.all([signOut(ada), signOut(ada)]);
    expect(movements.map(({ changed }) => changed).sort()).toEqual([false, true]);
    expect(visits.facts()).toHaveLength(2);
  });

  it('reads again when somebody else changed the visit', async () => {
    const { signIn, signOut, visits } = aRegister('2026-03-02T09:00:00Z');
    await signIn(ada);
    const stored = visits.stored.get('v1')!;
    visits.stored.set('v1', { ...stored, version: 2, displayName: 'Ada King' });
    expect(await signOut(ada)).toMatchObject({ changed: true, occupancy: 0 });
    expect(visits.stored.get('v1')).toMatchObject({ displayName: 'Ada King', open: false, version: 3 });
  });

  it('finds a visit that another process opened', async () => {
    const { signIn, signOut, presence } = aRegister('2026-03-02T09:00:00Z');
    await signIn(ada);
    presence.heardChanged({ siteId: 'vw', personId: ada.personId, displayName: 'Ada' });
    expect(await signOut(ada)).toMatchObject({ visitId: 'v1', changed: true, occupancy: 0 });
  });

  it('has nothing to close once the day is over', async () => {
    const { signIn, signOut, visits, clock } = aRegister('2026-03-02T17:00:00Z');
    await signIn(bob);
    clock.set('2026-03-03T00:00:00Z');
    expect(await signOut(bob)).toMatchObject({ changed: false, occupancy: 0 });
    expect(visits.stored.get('v1')).not.toHaveProperty('out');
  });

  it('refuses a page of another day', async () => {
    const { signOut } = aRegister('2026-07-01T23:30:00Z');
    await expect(signOut(ada, { clientDate: '2026-07-01' })).rejects.toMatchObject({ code: 'register.wrong_date' });
  });

  it('refuses a caller who is no person', async () => {
    const { signOut } = aRegister('2026-03-02T09:00:00Z');
    await expect(signOut({ ...ada, personId: '' })).rejects.toMatchObject({ code: 'register.not_a_person' });
  });

  it('keeps counting a person in when the store fails', async () => {
    const { signIn, signOut, visits, presence } = aRegister('2026-03-02T09:00:00Z');
    await signIn(ada);
    visits.save = unavailable;
    await expect(signOut(ada)).rejects.toMatchObject({ kind: 'unavailable' });
    expect(presence.count('vw')).toBe(1);
  });
});

it('learns from the store that somebody else has signed the person out', async () => {
  const { signIn, signOut, visits, presence } = aRegister('2026-03-02T09:00:00Z');
  await signIn(ada);
  visits.stored.set('v1', { ...visits.stored.get('v1')!, version: 2, open: false });
  expect(await signOut(ada)).toMatchObject({ changed: false, occupancy: 0 });
  expect(presence.count('vw')).toBe(0);
});
