import { describe, expect, it } from 'vitest';
import { aPerson, aRegister, aSite } from '../testing.ts';
import { getStatusHandler } from './get-status.ts';

const ada = aPerson('Ada Lovelace');

const statusAt = (start: string, site = aSite()) => {
  const register = aRegister(start, site);
  const getStatus = getStatusHandler(register);
  return { ...register, status: () => getStatus({ siteId: site.id, personId: ada.personId }) };
};

describe('the status of a person', () => {
  it('names the day of the site (7)', async () => {
    const { status } = statusAt('2026-07-01T23:30:00Z');
    expect(await status()).toEqual({ now: new Date('2026-07-01T23:30:00Z'), today: '2026-07-02' });
  });

  it('says since when one is in', async () => {
    const { signIn, status } = statusAt('2026-03-02T09:00:00Z');
    await signIn(ada);
    expect(await status()).toMatchObject({ visit: { id: 'v1', since: new Date('2026-03-02T09:00:00Z') } });
  });

  it('is out once the day is over, even before the rollover has closed the visit', async () => {
    const { signIn, status, clock } = statusAt('2026-03-02T17:00:00Z');
    await signIn(ada);
    clock.set('2026-03-03T00:00:00Z');
    expect(await status()).toEqual({ now: new Date('2026-03-03T00:00:00Z'), today: '2026-03-03' });
  });

  it('shows what signing in confirms', async () => {
    const { status } = statusAt('2026-03-02T09:00:00Z', aSite({ declarationText: 'I am well.' }));
    expect(await status()).toMatchObject({ declaration: { text: 'I am well.', version: 1 } });
  });
});
