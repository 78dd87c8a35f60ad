import { describe, expect, it } from 'vitest';
import { anEvacuation, nobody, wanda } from './testing.ts';

const query = { siteId: 'vw', by: wanda };
const plan = {
  musterPoints: ['Lawn'],
  escalateAfterSeconds: 0,
  snapshotEveryMinutes: 10,
  snapshotEmails: ['desk@example.org'],
  snapshotToWebhooks: false,
};

describe('the list for a warden’s phone', () => {
  it('has everybody inside by name, and the muster points', async () => {
    const { comeIn, setPlan, getEvacuationList, views } = anEvacuation();
    await comeIn('Cy', 'Ada');
    await setPlan({ siteId: 'vw', settings: plan });
    const list = await getEvacuationList(query);
    expect(list).toMatchObject({ siteName: 'Vauxhall Walk', musterPoints: ['Lawn'] });
    expect(list.people.map(({ displayName }) => displayName)).toEqual(['Ada', 'Cy']);
    expect(views).toEqual(['vw']);
  });

  it('is the same list while nobody moves', async () => {
    const { comeIn, getEvacuationList, clock } = anEvacuation();
    await comeIn('Ada');
    const { etag } = await getEvacuationList(query);
    clock.set('2026-03-02T14:04:00Z');
    expect((await getEvacuationList(query)).etag).toBe(etag);
    await comeIn('Bob');
    expect((await getEvacuationList(query)).etag).not.toBe(etag);
  });

  it('names the incident under way', async () => {
    const { start, getEvacuationList } = anEvacuation();
    const { incident } = await start();
    expect(await getEvacuationList(query)).toMatchObject({ incidentId: incident.id });
  });

  it('is for wardens', async () => {
    const { getEvacuationList } = anEvacuation();
    await expect(getEvacuationList({ ...query, by: nobody })).rejects.toMatchObject({ kind: 'forbidden' });
  });
});

describe('the signed list', () => {
  it('is signed as it stands, and can be printed', async () => {
    const { signIn, getSnapshot } = anEvacuation();
    const by = { personId: 'x', displayName: '<b>Eve</b>', via: 'web', ip: '', userAgent: '' } as const;
    await signIn(by);
    const { jws, page } = await getSnapshot(query);
    expect(jws).toContain('"count":1');
    expect(page).toContain('&lt;b&gt;Eve&lt;/b&gt;');
    expect(page).not.toContain('<b>Eve</b>');
    expect(page).toContain('As of 2026-03-02 14:00:00 (Europe/London)');
  });

  it('is sent when its time has come: once, though three processes try', async () => {
    const { comeIn, setPlan, sendSnapshot, plans, clock } = anEvacuation();
    await comeIn('Ada');
    await setPlan({ siteId: 'vw', settings: plan });
    await Promise.allSettled([sendSnapshot('vw'), sendSnapshot('vw'), sendSnapshot('vw')]);
    expect(plans.sent).toMatchObject([{ siteName: 'Vauxhall Walk', count: 1 }]);
    clock.set('2026-03-02T14:10:00Z');
    await sendSnapshot('vw');
    await sendSnapshot('vw');
    expect(plans.sent).toHaveLength(2);
  });

  it('is told to systems of others where the plan says so: signed, once for each time', async () => {
    const { comeIn, setPlan, sendSnapshot, told, clock } = anEvacuation();
    await comeIn('Ada');
    await setPlan({ siteId: 'vw', settings: plan });
    await sendSnapshot('vw');
    expect(told).toEqual([]);
    await setPlan({ siteId: 'vw', settings: { ...plan, snapshotEmails: [], snapshotToWebhooks: true } });
    await Promise.allSettled([sendSnapshot('vw'), sendSnapshot('vw')]);
    clock.set('2026-03-02T14:10:00Z');
    await sendSnapshot('vw');
    expect(told[0]?.data).toMatchObject({ siteName: 'Vauxhall Walk', count: 1, jws: expect.stringContaining('Ada') });
    expect(new Set(told.map(({ id }) => id)).size).toBe(2);
  });
});

describe('the plan of a site', () => {
  it('is empty until somebody makes one', async () => {
    const { getPlan } = anEvacuation();
    expect(await getPlan('vw')).toMatchObject({ musterPoints: [], escalateAfterSeconds: 60, snapshotEveryMinutes: 0 });
    await expect(getPlan('nowhere')).rejects.toMatchObject({ code: 'register.site_not_found' });
  });
});
