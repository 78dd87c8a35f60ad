import { AppError } from '@guildhall/kernel';
import { describe, expect, it } from 'vitest';
import { aCaller } from '../testing.ts';
import { aGovernance } from '../testing/governing.ts';
import { applicationDueHandler } from './application-due.ts';
import { approveApplicationHandler } from './approve-application.ts';
import { listApplicationsHandler } from './list-applications.ts';
import { refuseApplicationHandler } from './refuse-application.ts';

const nowhere = { area: '', district: '', branch: '' };
const asVolunteer = { role: 'volunteer', place: nowhere, volunteerId: '' };
const mona = aCaller('mona');

const limited = (governance: ReturnType<typeof aGovernance>, branch: string): void =>
  void governance.scopes.managers.set('mona', [{ area: 'haifa', district: 'north', branch }]);

describe('approving an application', () => {
  it('makes a volunteer at the place of the application, and tells', async () => {
    const governance = aGovernance();
    const applicationId = await governance.applied('noa@x.org');
    const approved = await approveApplicationHandler(governance)({ applicationId, ...asVolunteer, caller: mona });
    expect(approved).toMatchObject({ state: 'approved', decidedBy: 'mona' });
    expect(governance.current(approved.volunteerId)).toMatchObject({ email: 'noa@x.org', createdBy: 'mona' });
    expect(governance.applications.letters().at(-1)?.about).toMatchObject({ isApproved: true, roleLabel: 'volunteer' });
  });

  it('is done by one of two at once, and makes one volunteer', async () => {
    const governance = aGovernance();
    const applicationId = await governance.applied('noa@x.org');
    const approve = () => approveApplicationHandler(governance)({ applicationId, ...asVolunteer, caller: mona });
    const outcomes = await Promise.allSettled([approve(), approve()]);
    const [refused] = outcomes.filter((one) => one.status === 'rejected');
    expect(refused?.reason).toMatchObject({ code: 'volunteers.not_pending' });
    expect(governance.volunteers.stored.size).toBe(1);
  });

  it('leaves it waiting where the volunteer cannot be made', async () => {
    const governance = aGovernance();
    await governance.enrol('dana', 'noa@x.org');
    const applicationId = await governance.applied('noa@x.org');
    const approving = approveApplicationHandler(governance)({ applicationId, ...asVolunteer, caller: mona });
    await expect(approving).rejects.toMatchObject({ code: 'volunteers.duplicate_email' });
    expect((await governance.applications.find(applicationId))?.state).toBe('waiting');
    const [listed] = await listApplicationsHandler(governance)({ state: 'waiting', caller: mona });
    expect(listed?.isVolunteer).toBe(true);
  });

  it('is ended by somebody else where a process died after the volunteer was made', async () => {
    const governance = aGovernance();
    const applicationId = await governance.applied('noa@x.org');
    const dies = {
      ...governance.applications,
      save: async (...[next, said]: Parameters<typeof governance.applications.save>) => {
        if (next.state === 'approved') throw new AppError('unavailable', 'store.outcome_unknown', 'Nobody knows.');
        await governance.applications.save(next, said);
      },
    };
    const approve = approveApplicationHandler({ ...governance, applications: dies });
    await expect(approve({ applicationId, ...asVolunteer, caller: mona })).rejects.toThrow('Nobody knows.');
    governance.clock.pass(60_000);
    await applicationDueHandler(governance)(applicationId);
    expect(await governance.applications.find(applicationId)).toMatchObject({ state: 'approved', decidedBy: 'mona' });
    expect(governance.volunteers.stored.size).toBe(1);
  });

  it('waits again where a process died before', async () => {
    const governance = aGovernance();
    const applicationId = await governance.applied('noa@x.org');
    const dead = { ...governance.volunteers, save: () => Promise.reject(new Error('dead')) };
    const approve = approveApplicationHandler({ ...governance, volunteers: dead });
    await expect(approve({ applicationId, ...asVolunteer, caller: mona })).rejects.toThrow('dead');
    await applicationDueHandler(governance)(applicationId);
    expect((await governance.applications.find(applicationId))?.state).toBe('approving');
    governance.clock.pass(60_000);
    await applicationDueHandler(governance)(applicationId);
    expect((await governance.applications.find(applicationId))?.state).toBe('waiting');
  });

  it('beyond the scope finds nothing', async () => {
    const governance = aGovernance();
    const applicationId = await governance.applied('noa@x.org');
    limited(governance, 'carmel');
    expect(await listApplicationsHandler(governance)({ state: 'all', caller: mona })).toEqual([]);
    const approving = approveApplicationHandler(governance)({ applicationId, ...asVolunteer, caller: mona });
    await expect(approving).rejects.toMatchObject({ code: 'volunteers.application_not_found' });
  });
});

describe('refusing an application', () => {
  it('tells why, and is forgotten later', async () => {
    const governance = aGovernance();
    limited(governance, 'technion');
    const applicationId = await governance.applied('noa@x.org');
    await refuseApplicationHandler(governance)({ applicationId, reason: ' Full ', caller: mona });
    expect(governance.applications.letters().at(-1)?.about).toMatchObject({ isApproved: false, reason: 'Full' });
    governance.clock.pass(30 * 86_400_000);
    await applicationDueHandler(governance)(applicationId);
    expect(governance.applications.all()).toEqual([]);
  });

  it('twice is refused itself', async () => {
    const governance = aGovernance();
    const applicationId = await governance.applied('noa@x.org');
    const refuse = () => refuseApplicationHandler(governance)({ applicationId, reason: '', caller: mona });
    await refuse();
    await expect(refuse()).rejects.toMatchObject({ code: 'volunteers.not_pending' });
  });
});
