import { describe, expect, it } from 'vitest';
import { aBook, aCaller, aLink, aService } from '../testing.ts';
import { probeConnectionHandler } from '../systems/probe-connection.ts';
import { SystemError } from '../systems/system-error.ts';
import { updateVolunteerHandler } from '../volunteers/update-volunteer.ts';
import { leaveHandler } from '../volunteers/leave.ts';

const withLink = async (change = {}) => {
  const service = aService();
  await service.links.save(aLink('l1', change), []);
  return service;
};

const change = (service: ReturnType<typeof aService>, volunteerId: string, to: Record<string, string>) =>
  updateVolunteerHandler(service)({
    volunteerId,
    change: { profile: {}, assignments: [{ assignmentId: '', ...to }] },
    version: 0,
    caller: aCaller(),
  });

const invites = ({ slack }: ReturnType<typeof aService>) =>
  slack.calls.filter((call) => /^(invite|kick)/.test(call)).toSorted();

describe('somebody who is in the workspace already (1)', () => {
  it('is put into each channel of the role once, and gets no mail', async () => {
    const service = await withLink();
    service.slack.addUser('U1', 'dana@x.org');
    await service.enrol('012345678', 'Dana@X.org', 'branch_manager');
    await service.settleAll();
    expect(invites(service)).toEqual(['invite C3 U1', 'invite C4 U1', 'invite C5 U1']);
    expect(service.current('012345678').onboarding).toMatchObject({
      state: 'ADDED_TO_CHANNELS',
      joinedAt: service.clock.now(),
    });
    expect(service.saidOf('invitation')).toEqual([]);
  });

  it('keeps what was there before as found', async () => {
    const service = await withLink();
    service.slack.addUser('U1', 'dana@x.org');
    service.slack.channels.get('C5')?.add('U1');
    await service.enrol('d', 'dana@x.org');
    await service.settleAll();
    expect(service.current('d').memberships).toMatchObject([{ channelId: 'c5', source: 'found', state: 'member' }]);
  });
});

describe('somebody who is not (2)', () => {
  it('is invited once by the link, with a place of their own', async () => {
    const service = await withLink();
    await service.enrol('noa', 'noa@x.org');
    await service.settleAll();
    expect(service.current('noa').onboarding).toMatchObject({ state: 'NOT_IN_WORKSPACE', inviteLinkId: 'l1' });
    expect(service.saidOf('invitation')).toMatchObject([
      { to: 'noa@x.org', inviteUrl: 'https://join.slack.com/t/guild/l1', channelNames: ['teams'] },
    ]);
    expect(service.links.stored.get('l1')?.holders).toHaveLength(1);
  });

  it('is looked up after 1, 5 and 15 minutes, and is put in when there', async () => {
    const service = await withLink();
    await service.enrol('noa', 'noa@x.org');
    await service.settleAll();
    for (const minutes of [1, 5]) {
      service.clock.pass(minutes * 60_000);
      await service.settleAll();
    }
    service.slack.addUser('U2', 'noa@x.org');
    service.clock.pass(14 * 60_000);
    await service.settleAll();
    expect(service.current('noa').onboarding.state).toBe('NOT_IN_WORKSPACE');
    service.clock.pass(60_000);
    await service.settleAll();
    expect(service.current('noa').onboarding.state).toBe('ADDED_TO_CHANNELS');
    expect(service.slack.calls.filter((call) => call.startsWith('lookup'))).toHaveLength(4);
    expect(service.saidOf('invitation')).toHaveLength(1);
  });

  it('is reminded after 3 and 10 days, and given up after 30', async () => {
    const service = await withLink();
    await service.enrol('noa', 'noa@x.org');
    await service.settleAll();
    for (let day = 0; day < 31; day += 1) {
      service.clock.pass(86_400_000);
      await service.settleAll();
    }
    expect(service.saidOf('invitation')).toHaveLength(3);
    expect(service.current('noa').onboarding.state).toBe('EXPIRED');
    expect(service.volunteers.due.has(service.current('noa').id)).toBe(false);
  });

  it('waits where no link has a place, and is not mailed (13)', async () => {
    const service = await withLink({ cap: 1 });
    await Promise.all([service.enrol('a', 'a@x.org'), service.enrol('b', 'b@x.org')]);
    await service.settleAll();
    const states = ['a', 'b'].map((id) => service.current(id).onboarding.state).toSorted();
    expect(states).toEqual(['NOT_IN_WORKSPACE', 'WAITING_FOR_LINK']);
    expect(service.saidOf('invitation')).toHaveLength(1);
    expect(service.links.stored.get('l1')?.status).toBe('full');
    expect(service.links.said.filter(({ type }) => type === 'alert')).toHaveLength(1);
  });
});

describe('another role (7, 8)', () => {
  const dana = async () => {
    const service = await withLink();
    service.slack.addUser('U1', 'dana@x.org');
    await service.enrol('dana', 'dana@x.org', 'branch_manager');
    await service.settleAll();
    service.slack.calls.length = 0;
    return service;
  };

  it('gives what is new and takes what no role gives any more, and touches nothing else', async () => {
    const service = await dana();
    service.slack.addChannel('C9', 'random');
    service.slack.channels.get('C9')?.add('U1');
    await change(service, 'dana', { role: 'area_manager' });
    await service.settleAll();
    expect(invites(service)).toEqual(['invite C1 U1', 'invite C2 U1', 'kick C3 U1', 'kick C4 U1']);
    expect(service.slack.channels.get('C9')).toContain('U1');
    expect(service.slack.channels.get('C5')).toContain('U1');
  });

  it('is not what a change of the place makes', async () => {
    const service = await dana();
    await change(service, 'dana', { branch: 'carmel' });
    await service.settleAll();
    expect(invites(service)).toEqual([]);
    expect(service.current('dana').assignments).toMatchObject([
      { roleKey: 'branch_manager', locationId: 'haifa-north-carmel' },
    ]);
  });
});

describe('where Slack refuses', () => {
  it('our access, it stops after the first call, alerts once, and changes nobody (10)', async () => {
    const service = await withLink();
    service.slack.failures.set('*', () => new SystemError('connection', 'invalid_auth'));
    await Promise.all(['a', 'b', 'c', 'd', 'e'].map((id) => service.enrol(id, `${id}@x.org`)));
    await service.settleAll();
    expect(service.slack.calls).toHaveLength(1);
    expect(service.connections.said.filter(({ type }) => type === 'alert')).toHaveLength(1);
    expect([...service.volunteers.stored.values()].map(({ onboarding }) => onboarding.state)).toEqual(
      Array.from({ length: 5 }, () => 'NEW'),
    );
    expect(service.saidOf('invitation')).toEqual([]);
  });

  it('our access no more, everybody goes on, without waiting for anything else (10)', async () => {
    const service = await withLink();
    service.slack.failures.set('*', () => new SystemError('connection', 'invalid_auth'));
    await Promise.all(['a', 'b'].map((id) => service.enrol(id, `${id}@x.org`)));
    await service.settleAll();
    service.slack.failures.clear();
    service.clock.pass(30_000);
    await probeConnectionHandler(service)('slack');
    await service.volunteers.wake({ held: true });
    await service.settleAll();
    expect(['a', 'b'].map((id) => service.current(id).onboarding.state)).toEqual([
      'NOT_IN_WORKSPACE',
      'NOT_IN_WORKSPACE',
    ]);
  });

  it('a channel, the others are given, and it says which one (11)', async () => {
    const service = await withLink();
    service.slack.addUser('U1', 'dana@x.org');
    service.slack.failures.set('invite C2 U1', () => new SystemError('channel', 'is_archived'));
    await service.enrol('dana', 'dana@x.org', 'area_manager');
    await service.settleAll();
    expect(service.current('dana').onboarding).toMatchObject({
      state: 'PARTIAL',
      reason: 't_area_district_nat: is_archived',
    });
    expect(service.slack.channels.get('C1')).toContain('U1');
    expect(service.slack.channels.get('C5')).toContain('U1');
    expect(service.books.current().channels.find(({ id }) => id === 'c2')?.state).toBe('archived');
  });

  it('once, it is tried again a second later', async () => {
    const service = await withLink();
    service.slack.addUser('U1', 'dana@x.org');
    service.slack.failures.set('invite', () => new SystemError('call', 'internal_error'));
    await service.enrol('dana', 'dana@x.org');
    await service.settleAll();
    expect(service.current('dana').memberships).toMatchObject([{ state: 'pending', attempts: 1 }]);
    service.slack.failures.clear();
    service.clock.pass(1_000);
    await service.settleAll();
    expect(service.current('dana').onboarding.state).toBe('ADDED_TO_CHANNELS');
  });

  it('more calls now, it waits as long as it is told to, and invites nobody', async () => {
    const service = await withLink();
    service.slack.failures.set('lookup', () => new SystemError('pace', 'ratelimited', { retryAfterSeconds: 30 }));
    await service.enrol('dana', 'dana@x.org');
    await service.settleAll();
    expect(service.current('dana').heldUntil).toEqual(new Date('2026-03-02T08:00:30Z'));
    expect(service.saidOf('invitation')).toEqual([]);
  });

  it('an account that is deactivated, a task is there, and no mail goes out', async () => {
    const service = await withLink();
    service.slack.addUser('U1', 'dana@x.org', { deleted: true });
    await service.enrol('dana', 'dana@x.org');
    await service.settleAll();
    expect(service.current('dana').onboarding).toMatchObject({ state: 'BLOCKED', reason: 'deactivated_account' });
    expect([...service.tasks.stored.values()]).toMatchObject([{ kind: 'deactivated_account', state: 'open' }]);
    expect(service.saidOf('invitation')).toEqual([]);
  });
});

describe('leaving (16)', () => {
  it('takes everything when the day begins where the organisation is, and asks for the account to be closed', async () => {
    const service = await withLink();
    service.slack.addUser('U1', 'dana@x.org');
    await service.enrol('dana', 'dana@x.org', 'branch_manager');
    await service.settleAll();
    service.slack.calls.length = 0;
    // Somebody put her in by hand.
    service.slack.channels.get('C1')?.add('U1');
    await leaveHandler(service)({ volunteerId: 'dana', date: '2026-03-31', reason: '', caller: aCaller() });
    service.clock.set('2026-03-30T20:59:59Z');
    await service.settleAll();
    expect(invites(service)).toEqual([]);
    service.clock.set('2026-03-30T21:00:00Z');
    await service.settleAll();
    expect(invites(service)).toEqual(['C1', 'C3', 'C4', 'C5'].map((id) => `kick ${id} U1`));
    expect(service.current('dana').onboarding.state).toBe('OFFBOARDING');
    expect([...service.tasks.stored.values()]).toMatchObject([{ kind: 'deactivate_account', state: 'open' }]);
    service.slack.addUser('U1', 'dana@x.org', { deleted: true });
    service.clock.pass(86_400_000);
    await service.settleAll();
    expect(service.current('dana').onboarding.state).toBe('OFFBOARDED');
    expect([...service.tasks.stored.values()]).toMatchObject([{ state: 'done' }]);
  });

  it('erases what is personal after a year', async () => {
    const service = await withLink();
    await service.enrol('dana', 'dana@x.org');
    await service.settleAll();
    await leaveHandler(service)({ volunteerId: 'dana', date: '', reason: 'moved', caller: aCaller() });
    service.clock.pass(366 * 86_400_000);
    await service.settleAll();
    expect(JSON.stringify([...service.volunteers.stored.values()])).not.toMatch(/dana/i);
    expect([...service.volunteers.stored.values()]).toMatchObject([{ erased: true, status: 'left' }]);
  });
});

describe('a role with an end', () => {
  it('gives nothing after its last day', async () => {
    const service = aService(aBook());
    service.slack.addUser('U1', 'dana@x.org');
    await service.enrol('dana', 'dana@x.org', 'branch_manager');
    await service.settleAll();
    await change(service, 'dana', { to: '2026-03-05' });
    service.clock.set('2026-03-05T21:59:59Z');
    await service.settleAll();
    expect(service.slack.channels.get('C4')).toContain('U1');
    service.clock.set('2026-03-05T22:00:00Z');
    await service.settleAll();
    expect(service.slack.channels.get('C4')).not.toContain('U1');
  });
});
