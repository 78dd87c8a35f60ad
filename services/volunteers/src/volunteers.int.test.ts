import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { SlackEventReceivedSchema } from '@guildhall/contracts/gateway/v1/events';
import { SendMessageSchema } from '@guildhall/contracts/notifier/v1/commands';
import { commandStream } from '@guildhall/contracts';
import { VolunteerService } from '@guildhall/contracts/volunteers/v1/service';
import { type Bus, connectBus, consume, fact, newId, on, publish } from '@guildhall/messaging';
import { type TestClock, testClock, testNats, type TestNats, uniqueName } from '@guildhall/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { aBook, aLink } from './app/testing.ts';
import { as, calling, slackServer, startVolunteers } from './testing.ts';
import { sealer } from '@guildhall/messaging';

const admin = as('root');
const patience = { timeout: 15_000, interval: 20 };

type Sent = Readonly<{ to: string; template: string; idempotencyKey: string }>;

let nats: TestNats;
let bus: Bus;
let clock: TestClock;
let slack: Awaited<ReturnType<typeof slackServer>>;
let replicas: Awaited<ReturnType<typeof startVolunteers>>[];
let mails: ReturnType<typeof consume>;
let volunteers: ReturnType<typeof calling<typeof VolunteerService>>;
const sent: Sent[] = [];

beforeAll(async () => {
  nats = await testNats();
  slack = await slackServer();
  clock = testClock('2026-03-02T08:00:00Z');
  const book = aBook();
  for (const { id, name } of book.channels) slack.channels.set(id.toUpperCase(), { name, members: new Set() });
  const database = uniqueName('volunteers');
  const meeting = { natsUrl: nats.url, database, clock, slackUrl: slack.url };
  replicas = [await startVolunteers(meeting), await startVolunteers(meeting)];
  bus = await connectBus({ servers: nats.url, name: 'test' });
  volunteers = calling(bus, VolunteerService);
  mails = consume(bus, {
    stream: commandStream('notifier'),
    durable: 'test-mails',
    subscriptions: [
      on(
        SendMessageSchema,
        async ({ to, template, idempotencyKey }) => void sent.push({ to, template, idempotencyKey }),
        {
          subject: 'cmd.notifier.v1.*.send',
        },
      ),
    ],
    report: (error) => process.emitWarning(String(error)),
  });
  const { connection } = replicas[0]!.store;
  const document = { outbox: [], saves: [] };
  const { version, ...state } = book;
  await connection.collection('books').insertOne({ _id: 'rules' as never, version, state, ...document });
  const { id, version: first, ...link } = aLink('l1');
  const sealedUrl = sealer(Buffer.alloc(32, 1)).seal('https://join.slack.com/t/guild/l1', 'l1');
  const stored = { _id: id as never, version: first, state: { ...link, sealedUrl }, ...document };
  await connection.collection('invite_links').insertOne(stored);
});

afterAll(async () => {
  await mails.close();
  await bus.close();
  await replicas[0]?.store.connection.dropDatabase();
  await Promise.all(replicas.map(({ close }) => close()));
  await Promise.all([nats.close(), slack.close()]);
});

const enrol = (volunteerId: string, email: string, role = 'volunteer') =>
  volunteers.createVolunteer(
    {
      volunteerId,
      email,
      firstName: 'Dana',
      lastName: 'Levi',
      assignments: [{ area: 'haifa', district: 'north', branch: 'technion', role }],
    },
    admin,
  );

const get = (volunteerId: string) => volunteers.getVolunteer({ volunteerId }, admin);

const reaches = (volunteerId: string, state: string) =>
  vi.waitFor(async () => {
    const volunteer = await get(volunteerId);
    expect(volunteer.onboarding?.state).toBe(state);
    return volunteer;
  }, patience);

const changesOf = (user: string) => slack.calls.filter((call) => /invite|kick/.test(call) && call.endsWith(` ${user}`));

describe('volunteers on two replicas', () => {
  it('scenario 1: are put into each channel once, and get no mail', async () => {
    slack.users.set('U1', { id: 'U1', email: 'dana@x.org', deleted: false });
    await enrol('012345678', 'Dana@X.org', 'branch_manager');
    const dana = await reaches('012345678', 'ADDED_TO_CHANNELS');
    expect(dana.channels).toEqual(['t_branches_area_mang', 'branches_manag', 'teams']);
    expect(changesOf('U1').toSorted()).toEqual(['C3', 'C4', 'C5'].map((id) => `conversations.invite ${id} U1`));
    expect(sent.filter(({ to }) => to === 'dana@x.org')).toEqual([]);
  });

  it('scenario 8: lose and get what another role means, with who did it', async () => {
    slack.users.set('U8', { id: 'U8', email: 'eight@x.org', deleted: false });
    await enrol('eight', 'eight@x.org', 'branch_manager');
    await reaches('eight', 'ADDED_TO_CHANNELS');
    await volunteers.updateVolunteer({ volunteerId: 'eight', role: 'area_manager' }, admin);
    await vi.waitFor(() => expect(changesOf('U8')).toHaveLength(7), patience);
    expect([...slack.channels].filter(([, { members }]) => members.has('U8')).map(([id]) => id)).toEqual([
      'C1',
      'C2',
      'C5',
    ]);
    await vi.waitFor(async () => {
      const { entries } = await volunteers.getTimeline({ volunteerId: 'eight' }, admin);
      expect(entries).toContainEqual(expect.objectContaining({ action: 'assignment.changed', byPersonId: 'root' }));
      expect(entries).toContainEqual(
        expect.objectContaining({ action: 'membership.granted', reason: 'by the role area_manager' }),
      );
    }, patience);
  });

  it('refuse a version that is not theirs any more', async () => {
    slack.users.set('U9', { id: 'U9', email: 'nine@x.org', deleted: false });
    const { version } = await enrol('nine', 'nine@x.org');
    await reaches('nine', 'ADDED_TO_CHANNELS');
    const change = volunteers.updateVolunteer({ volunteerId: 'nine', role: 'area_manager', version }, admin);
    await expect(change).rejects.toMatchObject({ code: 'volunteers.version_conflict' });
  });

  it('scenario 2: are invited once, and put in when Slack tells that they joined', async () => {
    await enrol('noa', 'noa@x.org');
    await reaches('noa', 'NOT_IN_WORKSPACE');
    await vi.waitFor(() => expect(sent.filter(({ to }) => to === 'noa@x.org')).toHaveLength(1), patience);
    slack.users.set('U2', { id: 'U2', email: 'noa@x.org', deleted: false });
    const at = clock.now();
    const said = { eventId: newId(), type: 'team_join', userId: 'U2', email: 'noa@x.org', at: timestampFromDate(at) };
    await publish(bus, fact(SlackEventReceivedSchema, { id: 'U2', version: 0 }, at, said));
    const noa = await reaches('noa', 'ADDED_TO_CHANNELS');
    expect(noa.channels).toEqual(['teams']);
    expect(sent.filter(({ to }) => to === 'noa@x.org')).toHaveLength(1);
    await vi.waitFor(async () => {
      const link = await replicas[0]!.store.connection.collection('invite_links').findOne({ _id: 'l1' as never });
      expect(link?.['state'].joiners).toHaveLength(1);
    }, patience);
  });

  it('scenario 5: name what is wrong, and what is meant, and store nothing', async () => {
    const assignment = { area: 'haifa', district: 'nroth', branch: 'technion', role: 'volunteer' };
    const request = {
      volunteerId: 'five',
      email: 'five@x.org',
      firstName: 'F',
      lastName: 'V',
      assignments: [assignment],
    };
    await expect(volunteers.createVolunteer(request, admin)).rejects.toMatchObject({
      code: 'volunteers.unknown_location',
      errors: [{ pointer: '/assignments/0/district', detail: 'is not known; did you mean "north"?' }],
    });
    await expect(get('five')).rejects.toMatchObject({ code: 'volunteers.volunteer_not_found' });
    const corrected = { ...request, assignments: [{ ...assignment, district: 'north' }] };
    expect(await volunteers.createVolunteer(corrected, admin)).toMatchObject({
      volunteerId: 'five',
      district: 'north',
    });
  });

  it('are unique by id and by address', async () => {
    await enrol('unique', 'unique@x.org');
    await expect(enrol('unique', 'other@x.org')).rejects.toMatchObject({ code: 'volunteers.duplicate_volunteer_id' });
    await expect(enrol('other', 'UNIQUE@x.org')).rejects.toMatchObject({ code: 'volunteers.duplicate_email' });
  });

  it('are listed by name, found by the beginning of a word, and counted in pages', async () => {
    const { volunteers: found } = await volunteers.listVolunteers({ q: 'dana eight', pageSize: 10 }, admin);
    expect(found.map(({ volunteerId }) => volunteerId)).toEqual(['eight']);
    const first = await volunteers.listVolunteers({ pageSize: 2 }, admin);
    const second = await volunteers.listVolunteers({ pageSize: 2, cursor: first.nextCursor }, admin);
    const ids = [...first.volunteers, ...second.volunteers].map(({ volunteerId }) => volunteerId);
    expect(new Set(ids).size).toBe(4);
  });

  it('go as a file that can be read again', async () => {
    const file = await volunteers.exportVolunteers({ q: 'dana' }, admin);
    expect(file.contentType).toBe('text/csv; charset=utf-8');
    expect(Buffer.from(file.data).toString()).toContain('012345678');
  });
});
