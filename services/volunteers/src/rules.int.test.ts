import { RuleService } from '@guildhall/contracts/volunteers/v1/rules';
import { VolunteerService } from '@guildhall/contracts/volunteers/v1/service';
import { type Bus, connectBus } from '@guildhall/messaging';
import { testClock, testNats, type TestNats, uniqueName } from '@guildhall/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { refusalOf } from './app/testing.ts';
import { as, calling, slackServer, startVolunteers } from './testing.ts';

const admin = as('root');
const patience = { timeout: 15_000, interval: 20 };

let nats: TestNats;
let bus: Bus;
let slack: Awaited<ReturnType<typeof slackServer>>;
let instance: Awaited<ReturnType<typeof startVolunteers>>;
let rules: ReturnType<typeof calling<typeof RuleService>>;
let volunteers: ReturnType<typeof calling<typeof VolunteerService>>;

beforeAll(async () => {
  [nats, slack] = [await testNats(), await slackServer()];
  const clock = testClock('2026-03-02T08:00:00Z');
  instance = await startVolunteers({ natsUrl: nats.url, database: uniqueName('rules'), clock, slackUrl: slack.url });
  bus = await connectBus({ servers: nats.url, name: 'test' });
  [rules, volunteers] = [calling(bus, RuleService), calling(bus, VolunteerService)];
  for (const name of ['teams', 'welcome', 'managers']) {
    slack.channels.set(`C${name.toUpperCase()}`, { name, members: new Set() });
    await rules.createChannel({ name }, admin);
  }
  await rules.createRole({ key: 'volunteer', label: 'Volunteer', channels: ['teams'] }, admin);
  await rules.createRole({ key: 'manager', channels: ['#teams', 'managers'] }, admin);
  await rules.createLocation({ area: 'haifa', district: 'north', branch: 'technion' }, admin);
  await rules.createLocation({ area: 'haifa', district: 'north', branch: 'carmel' }, admin);
});

afterAll(async () => {
  await bus.close();
  await instance.store.connection.dropDatabase();
  await instance.close();
  await slack.close();
  await nats.close();
});

const enrol = async (volunteerId: string, branch: string, role = 'volunteer'): Promise<void> => {
  const email = `${volunteerId.toLowerCase()}@example.org`;
  const userId = `U${volunteerId.toUpperCase()}`;
  slack.users.set(userId, { id: userId, email, deleted: false });
  const assignments = [{ area: 'haifa', district: 'north', branch, role }];
  await volunteers.createVolunteer(
    { volunteerId, email, firstName: 'Dana', lastName: volunteerId, assignments },
    admin,
  );
};
const isIn = (channel: string, volunteerId: string) => () => {
  expect(slack.channels.get(channel)?.members.has(`U${volunteerId.toUpperCase()}`)).toBe(true);
};
const audits = (subjectId: string) =>
  instance.store.connection
    .collection('audits')
    .find({ subjectId }, { projection: { action: 1, subject: 1, actorId: 1 } })
    .toArray();

describe('the book of rules', () => {
  it('is listed with how many volunteers each thing is about', async () => {
    await rules.createRole({ key: 'counted', label: 'Counted', channels: ['teams'] }, admin);
    await rules.createLocation({ area: 'haifa', district: 'north', branch: 'counted' }, admin);
    await enrol('count', 'counted', 'counted');
    const { roles } = await rules.listRoles({}, admin);
    expect(roles.find(({ key }) => key === 'counted')).toMatchObject({ label: 'Counted', active: true, volunteers: 1 });
    const { locations } = await rules.listLocations({}, admin);
    expect(locations.find(({ branch }) => branch === 'counted')).toMatchObject({ district: 'north', volunteers: 1 });
    const { channels } = await rules.listChannels({}, admin);
    const teams = channels.find(({ name }) => name === 'teams');
    expect([teams?.system, (teams?.volunteers ?? 0) > 0]).toEqual(['slack', true]);
  });

  it('remembers who changed what', async () => {
    await vi.waitFor(async () => {
      const found = (await audits('rules')).map(({ action, subject, actorId }) => [action, subject, actorId]);
      expect(found).toContainEqual(['role.added', 'volunteer', 'root']);
      expect(found).toContainEqual(['channel.added', 'welcome', 'root']);
    }, patience);
  });

  it('keeps what is in use', async () => {
    await enrol('used', 'carmel');
    const { locations } = await rules.listLocations({}, admin);
    const carmel = locations.find(({ branch }) => branch === 'carmel')?.locationId ?? '';
    const refusals = await Promise.all([
      refusalOf(() => rules.deleteRole({ key: 'volunteer' }, admin)),
      refusalOf(() => rules.deleteLocation({ locationId: carmel }, admin)),
    ]);
    expect(refusals.map(({ code }) => code)).toEqual(['volunteers.in_use', 'volunteers.in_use']);
    expect(refusals[1].details).toMatchObject({ volunteers: 1 });
  });
});

describe('a change of rules', () => {
  it('is weighed by who has the roles, then done for them and nobody else', async () => {
    await enrol('ruth', 'technion', 'manager');
    await vi.waitFor(isIn('CMANAGERS', 'ruth'), patience);
    const add = [{ role: 'manager', channel: 'welcome', where: { branch: 'technion' } }];
    const preview = await rules.previewRules({ add }, admin);
    expect(preview).toMatchObject({ added: 1, removed: 0, needsConfirmation: false });
    expect(preview.changes).toMatchObject([
      { volunteerId: 'ruth', name: 'Dana ruth', channel: 'welcome', change: 'grant' },
    ]);
    await rules.changeRules({ add, version: preview.version }, admin);
    await vi.waitFor(isIn('CWELCOME', 'ruth'), patience);
    expect(slack.channels.get('CWELCOME')?.members.size).toBe(1);
  });

  it('that takes from too many stops unless the number is said', async () => {
    await enrol('many', 'technion', 'manager');
    await vi.waitFor(isIn('CMANAGERS', 'many'), patience);
    const { rules: before } = await rules.listRules({}, admin);
    const rule = before.find(({ role, channel }) => role === 'manager' && channel === 'managers')?.ruleId ?? '';
    const refusal = await refusalOf(() => rules.deleteRule({ ruleId: rule }, admin));
    expect(refusal.code).toBe('volunteers.too_many_removals');
    const removed = Number(refusal.details['removed']);
    expect(removed).toBeGreaterThan(0);
    isIn('CMANAGERS', 'many')();
    await rules.deleteRule({ ruleId: rule, confirmRemoved: removed }, admin);
    await vi.waitFor(() => expect(slack.channels.get('CMANAGERS')?.members.size).toBe(0), patience);
  });

  it('by somebody who read older rules is refused', async () => {
    const { version } = await rules.listRules({}, admin);
    const add = [{ role: 'volunteer', channel: 't-{branch}', where: { branch: 'carmel' } }];
    const both = await Promise.allSettled([
      rules.changeRules({ add, version }, admin),
      rules.changeRules({ add: [{ role: 'manager', channel: 't-{area}' }], version }, admin),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });
});

describe('a manager', () => {
  it('is limited to places from then on, and it is remembered', async () => {
    const people = instance.store.connection.collection<{ _id: string; displayName: string }>('people');
    await people.insertOne({ _id: 'noa', displayName: 'Noa Levi' });
    const manager = await rules.setManager({ personId: 'noa', scopes: [{ branch: 'CARMEL' }] }, admin);
    expect(manager).toMatchObject({ name: 'Noa Levi', scopes: [{ branch: 'carmel' }] });
    expect((await rules.listManagers({}, admin)).managers).toHaveLength(1);
    await enrol('seen', 'carmel');
    await enrol('unseen', 'technion');
    const { volunteers: seen } = await volunteers.listVolunteers({}, as('noa'));
    expect(seen.map(({ branch }) => branch)).not.toContain('technion');
    await rules.deleteManager({ personId: 'noa' }, admin);
    expect((await rules.listManagers({}, admin)).managers).toEqual([]);
    await vi.waitFor(async () => expect(await audits('noa')).toHaveLength(2), patience);
  });
});
