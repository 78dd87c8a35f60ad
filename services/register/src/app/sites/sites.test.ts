import { describe, expect, it } from 'vitest';
import { aPerson, aSite, clockAt, inMemoryAudits, inMemorySites, unavailable } from '../testing.ts';
import { createSiteHandler } from './create-site.ts';
import { SiteCatalogue } from './site-catalogue.ts';
import { updateSiteHandler } from './update-site.ts';

const alex = aPerson('Alex Admin');
const settings = { name: 'Quayside Studio', timeZone: 'Europe/Paris' };

const scenario = (...existing: ReturnType<typeof aSite>[]) => {
  const repository = inMemorySites(...existing);
  const sites = new SiteCatalogue(repository);
  const audits = inMemoryAudits();
  const webhooks = { hosts: ['hooks.slack.com'], allowLoopback: false };
  const followed: string[] = [];
  const planned = async ({ id, version }: ReturnType<typeof aSite>): Promise<void> =>
    void followed.push(`${id} ${version}`);
  const deps = { repository, sites, audits, webhooks, planned, followed, clock: clockAt('2026-03-02T09:00:00Z') };
  return { ...deps, createSite: createSiteHandler(deps), updateSite: updateSiteHandler(deps) };
};

describe('creating a site', () => {
  it('makes it known at once and announces it', async () => {
    const { createSite, sites, repository } = scenario();
    const site = await createSite({ id: 'quay', settings, by: alex });
    expect(sites.list()).toEqual([site]);
    expect(repository.facts).toMatchObject([{ type: 'site-changed', site: { id: 'quay' } }]);
  });

  it('plans what comes next there, also when it is changed', async () => {
    const { createSite, updateSite, followed } = scenario();
    await createSite({ id: 'quay', settings, by: alex });
    await updateSite({ siteId: 'quay', given: { carryOver: true }, by: alex });
    expect(followed).toEqual(['quay 1', 'quay 2']);
  });

  it('leaves an audit entry', async () => {
    const { createSite, audits } = scenario();
    await createSite({ id: 'quay', settings, by: alex });
    expect([...audits.entries.values()]).toMatchObject([
      { action: 'site.create', actorId: 'alex-admin', siteId: 'quay', ip: '192.0.2.7' },
    ]);
  });

  it('refuses a second site of one id', async () => {
    const { createSite } = scenario(aSite());
    await expect(createSite({ id: 'vw', settings, by: alex })).rejects.toMatchObject({ code: 'register.site_exists' });
  });
});

describe('changing a site', () => {
  it('changes what is given', async () => {
    const { updateSite, sites } = scenario(aSite());
    await updateSite({ siteId: 'vw', given: { carryOver: true }, by: alex });
    expect(await sites.get('vw')).toMatchObject({ carryOver: true, name: 'Vauxhall Walk', version: 2 });
  });

  it('refuses a site that is not there', async () => {
    const { updateSite } = scenario();
    await expect(updateSite({ siteId: 'vw', given: {}, by: alex })).rejects.toMatchObject({
      code: 'register.site_not_found',
    });
  });

  it('loses no audit entry, even when a process died right after the change before', async () => {
    const { updateSite, audits } = scenario(aSite());
    await updateSite({ siteId: 'vw', given: { name: 'Walk' }, by: alex });
    expect([...audits.entries.values()].map(({ action }) => action)).toEqual(['site.create', 'site.update']);
  });

  it('leaves no audit entry of a change that was not stored', async () => {
    const { updateSite, repository, audits } = scenario(aSite());
    repository.save = unavailable;
    await expect(updateSite({ siteId: 'vw', given: { name: 'Walk' }, by: alex })).rejects.toThrow();
    expect([...audits.entries.values()].map(({ action }) => action)).toEqual(['site.create']);
  });
});

describe('the catalogue of sites', () => {
  it('finds a site that another process added', async () => {
    const { sites, repository } = scenario();
    await repository.save(aSite(), []);
    expect(await sites.get('vw')).toMatchObject({ name: 'Vauxhall Walk' });
  });

  it('refuses one that is not there', async () => {
    await expect(scenario().sites.get('vw')).rejects.toMatchObject({ code: 'register.site_not_found' });
  });

  it('lists the sites by name', async () => {
    const { sites } = scenario(aSite({ name: 'West' }, 'a'), aSite({ name: 'East' }, 'b'));
    await sites.refreshAll();
    expect(sites.list().map(({ name }) => name)).toEqual(['East', 'West']);
  });

  it('never goes back to an older version', () => {
    const { sites } = scenario();
    sites.put({ ...aSite({ name: 'New' }), version: 2 });
    sites.put(aSite({ name: 'Old' }));
    expect(sites.peek('vw')?.name).toBe('New');
  });
});
