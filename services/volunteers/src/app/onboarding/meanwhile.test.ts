import { describe, expect, it } from 'vitest';
import { aCaller, aLink, aService } from '../testing.ts';
import { leaveHandler, reinstateHandler } from '../volunteers/leave.ts';
import { updateVolunteerHandler } from '../volunteers/update-volunteer.ts';
import { advanceVolunteerHandler } from './advance-volunteer.ts';
import { slackUserJoinedHandler } from './hear-slack.ts';
import { ClaimEnded, withinClaim } from './within-claim.ts';

type Service = ReturnType<typeof aService>;

const withLink = async (): Promise<Service> => {
  const service = aService();
  await service.links.save(aLink('l1'), []);
  return service;
};

const leaves = (service: Service) =>
  leaveHandler(service)({ volunteerId: 'dana', date: '', reason: '', caller: aCaller() });
const comesBack = (service: Service) =>
  reinstateHandler(service)({ volunteerId: 'dana', reason: '', caller: aCaller() });
const becomes = (service: Service, role: string) =>
  updateVolunteerHandler(service)({
    volunteerId: 'dana',
    change: { profile: {}, assignments: [{ assignmentId: '', role }] },
    version: 0,
    caller: aCaller(),
  });
const called = ({ slack }: Service, what: string) => slack.calls.filter((call) => call.startsWith(what));
const membersOf = ({ slack }: Service, id: string) => [...(slack.channels.get(id) ?? [])];

describe('two processes at once', () => {
  it('one of them works on a volunteer, the other one leaves it alone', async () => {
    const service = await withLink();
    service.slack.addUser('U1', 'dana@x.org');
    const { id } = await service.enrol('dana', 'dana@x.org');
    await Promise.all([service.advance(id), service.advance(id)]);
    expect(called(service, 'lookup')).toHaveLength(1);
    expect(called(service, 'invite')).toHaveLength(1);
  });

  it('a claim that would not outlast a call is not used', async () => {
    const service = aService();
    const volunteer = await service.enrol('dana', 'dana@x.org');
    const claimed = (leftMs: number) => ({
      ...volunteer,
      claimedUntil: new Date(service.clock.now().getTime() + leftMs),
    });
    const call = (leftMs: number) =>
      withinClaim(service.call, service.clock, claimed(leftMs))('slack', async () => 'called');
    expect(await call(30_000)).toBe('called');
    await expect(call(29_999)).rejects.toThrow(ClaimEnded);
  });
});

describe('a role that goes while its access is being given', () => {
  it('takes the access with it', async () => {
    const service = await withLink();
    service.slack.addUser('U1', 'dana@x.org');
    const { id } = await service.enrol('dana', 'dana@x.org', 'branch_manager');
    const { connector } = service.slack;
    const grant: typeof connector.grant = async (channel, grantee) => {
      const done = await connector.grant(channel, grantee);
      if (channel.name === 'branches_manag') await becomes(service, 'volunteer');
      return done;
    };
    await advanceVolunteerHandler({ ...service, connectorOf: () => ({ ...connector, grant }) })(id);
    await service.settleAll();
    expect(['C3', 'C4', 'C5'].map((channel) => membersOf(service, channel))).toEqual([[], [], ['U1']]);
  });
});

describe('who is seen while being looked for', () => {
  it('is not invited, whatever the search did not find', async () => {
    const service = await withLink();
    const { id } = await service.enrol('dana', 'dana@x.org');
    const findByEmail = async () => {
      service.slack.addUser('U1', 'dana@x.org');
      const told = { userId: 'U1', email: 'dana@x.org', deleted: false, isBot: false };
      await slackUserJoinedHandler({ ...service, advance: async () => undefined })(told);
      return undefined;
    };
    await advanceVolunteerHandler({ ...service, accounts: { ...service.slack.accounts, findByEmail } })(id);
    expect(service.current('dana').onboarding.state).toBe('ADDED_TO_CHANNELS');
    expect(service.saidOf('invitation')).toEqual([]);
  });
});

describe('an invitation', () => {
  it('does not go to who left while it was prepared', async () => {
    const service = await withLink();
    const { id } = await service.enrol('dana', 'dana@x.org');
    const reservePlace = async (volunteerId: string) => {
      if (service.current('dana').status === 'active') await leaves(service);
      return service.reservePlace(volunteerId);
    };
    await advanceVolunteerHandler({ ...service, reservePlace })(id);
    expect(service.saidOf('invitation')).toEqual([]);
  });

  it('goes by a link that came while it was written down that there is none', async () => {
    const service = aService();
    const { id } = await service.enrol('dana', 'dana@x.org');
    let asked = 0;
    const reservePlace = async (volunteerId: string) => {
      const place = await service.reservePlace(volunteerId);
      if ((asked += 1) === 1) await service.links.save(aLink('l1'), []);
      return place;
    };
    await advanceVolunteerHandler({ ...service, reservePlace })(id);
    expect(service.current('dana').onboarding).toMatchObject({ state: 'NOT_IN_WORKSPACE', invitesSent: 1 });
  });
});

describe('who left', () => {
  it('before an account was known is looked for, and taken out of where the account is', async () => {
    const service = await withLink();
    await service.enrol('dana', 'dana@x.org');
    await service.settleAll();
    service.slack.addUser('U1', 'dana@x.org');
    service.slack.channels.get('C5')?.add('U1');
    await leaves(service);
    await service.settleAll();
    expect(membersOf(service, 'C5')).toEqual([]);
    expect(service.current('dana')).toMatchObject({ slackUserId: 'U1', account: { state: 'open' } });
  });

  it('and came back at once has access that is still known to be ours', async () => {
    const service = await withLink();
    service.slack.addUser('U1', 'dana@x.org');
    await service.enrol('dana', 'dana@x.org', 'branch_manager');
    await service.settleAll();
    await leaves(service);
    await comesBack(service);
    await service.settleAll();
    expect(service.current('dana').memberships.map(({ source, state }) => `${source} ${state}`)).toEqual(
      Array.from({ length: 3 }, () => 'rule member'),
    );
    await becomes(service, 'volunteer');
    await service.settleAll();
    expect(['C3', 'C4', 'C5'].map((channel) => membersOf(service, channel))).toEqual([[], [], ['U1']]);
  });

  it('without ever having had access is taken out of nothing', async () => {
    const service = await withLink();
    service.slack.addUser('U1', 'dana@x.org');
    await service.enrol('dana', 'dana@x.org', 'branch_manager');
    await leaves(service);
    await service.settleAll();
    expect(called(service, 'kick')).toEqual([]);
  });
});
