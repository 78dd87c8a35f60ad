import { describe, expect, it } from 'vitest';
import { aGovernance, technion } from '../testing/governing.ts';
import { applyHandler, listApplicationPlacesHandler } from './apply.ts';
import { confirmApplicationHandler } from './confirm-application.ts';

const given = {
  firstName: ' Noa ',
  lastName: 'Levi',
  email: 'Noa@X.org',
  phone: '',
  wish: '',
  language: 'fr',
  privacyNoticeVersion: 2,
  place: technion,
  hasConsented: true,
};

describe('applying', () => {
  it('is told to nobody but the address itself, in its language', async () => {
    const governance = aGovernance();
    await applyHandler(governance)(given);
    const [application] = governance.applications.all();
    expect(application).toMatchObject({ state: 'unconfirmed', email: 'noa@x.org', firstName: 'Noa' });
    expect(governance.applications.letters()).toMatchObject([
      { to: { email: 'noa@x.org', language: 'fr' }, about: { template: 'volunteer_apply' } },
    ]);
  });

  it('answers the same for an address that waits already, and writes nothing', async () => {
    const governance = aGovernance();
    await governance.applied('noa@x.org');
    await expect(applyHandler(governance)(given)).resolves.toBeUndefined();
    expect(governance.applications.letters()).toHaveLength(1);
  });

  it('several times at once is one application with one mail', async () => {
    const governance = aGovernance();
    await Promise.all([1, 2, 3].map(() => applyHandler(governance)(given)));
    expect([governance.applications.all().length, governance.applications.letters().length]).toEqual([1, 1]);
  });

  it('without consent keeps nothing', async () => {
    const governance = aGovernance();
    const applying = applyHandler(governance)({ ...given, hasConsented: false });
    await expect(applying).rejects.toMatchObject({ errors: [{ pointer: '/consent' }] });
    expect(governance.applications.all()).toEqual([]);
  });

  it('for a place that there is not names the one that is meant', async () => {
    const applying = applyHandler(aGovernance())({ ...given, place: { ...technion, district: 'nroth' } });
    await expect(applying).rejects.toMatchObject({
      code: 'volunteers.unknown_location',
      errors: [{ pointer: '/district', detail: 'is not known; did you mean "north"?' }],
    });
  });

  it('is for places that are open, by their names', async () => {
    const places = await listApplicationPlacesHandler(aGovernance())();
    expect(places.map(({ branch }) => branch)).toEqual(['carmel', 'technion']);
  });
});

describe('confirming', () => {
  it('by a link of another application counts for nothing', async () => {
    const governance = aGovernance();
    const id = await governance.applied('noa@x.org');
    const confirming = confirmApplicationHandler(governance)(`${id}.other`);
    await expect(confirming).rejects.toMatchObject({ code: 'volunteers.application_link_invalid', kind: 'gone' });
  });
});
