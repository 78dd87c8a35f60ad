import { commandStream } from '@guildhall/contracts';
import { SendMessageSchema } from '@guildhall/contracts/notifier/v1/commands';
import { GovernanceService } from '@guildhall/contracts/volunteers/v1/governance';
import { VolunteerService } from '@guildhall/contracts/volunteers/v1/service';
import { type Bus, connectBus, consume, on, sealer } from '@guildhall/messaging';
import { type TestClock, testClock, testNats, type TestNats, uniqueName } from '@guildhall/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { aBook } from './app/testing.ts';
import { as, calling, slackServer, startVolunteers } from './testing.ts';

type Sent = Readonly<{ to: string; personId: string; role: string; template: string; link: string }>;

const admin = as('root');
const patience = { timeout: 10_000, interval: 25 };
const sealing = sealer(Buffer.alloc(32, 1));

let nats: TestNats;
let bus: Bus;
let clock: TestClock;
let slack: Awaited<ReturnType<typeof slackServer>>;
let replicas: Awaited<ReturnType<typeof startVolunteers>>[];
let mails: ReturnType<typeof consume>;
let governance: ReturnType<typeof calling<typeof GovernanceService>>;
let volunteers: ReturnType<typeof calling<typeof VolunteerService>>;
const sent: Sent[] = [];

const linkIn = (sealed: Uint8Array, key: string): string => {
  const { confirmUrl = '' } = sealed.length > 0 ? (sealing.open(sealed, key) as { confirmUrl?: string }) : {};
  return confirmUrl;
};

beforeAll(async () => {
  [nats, slack, clock] = [await testNats(), await slackServer(), testClock('2026-03-02T08:00:00Z')];
  const meeting = { natsUrl: nats.url, database: uniqueName('volunteers'), clock, slackUrl: slack.url };
  replicas = [await startVolunteers(meeting), await startVolunteers(meeting)];
  bus = await connectBus({ servers: nats.url, name: 'test' });
  governance = calling(bus, GovernanceService);
  volunteers = calling(bus, VolunteerService);
  const keep = on(
    SendMessageSchema,
    async ({ to, personId, role, template, sealedVariables, idempotencyKey }) =>
      void sent.push({ to, personId, role, template, link: linkIn(sealedVariables, idempotencyKey) }),
    { subject: 'cmd.notifier.v1.*.send' },
  );
  const report = (error: unknown): void => process.emitWarning(String(error));
  mails = consume(bus, {
    stream: commandStream('notifier'),
    durable: 'test-mails',
    subscriptions: [keep],
    report,
  });
  const { version, ...state } = aBook();
  const stored = { _id: 'rules' as never, version, state, outbox: [], saves: [] };
  await replicas[0]!.store.connection.collection('books').insertOne(stored);
});

afterAll(async () => {
  await mails.close();
  await bus.close();
  await replicas[0]?.store.connection.dropDatabase();
  await Promise.all(replicas.map(({ close }) => close()));
  await Promise.all([nats.close(), slack.close()]);
});

const pass = (days: number): void => clock.advance(days * 86_400_000);
const wish = { area: 'haifa', district: 'north', branch: 'technion', wish: 'I can cook', consent: true };
const sentTo = (to: string) => sent.filter((one) => one.to === to);

/** Applies and confirms by the link in the mail. */
async function applied(email: string): Promise<string> {
  await governance.apply({ firstName: 'Noa', lastName: 'Levi', email, ...wish });
  await vi.waitFor(() => expect(sentTo(email)).toHaveLength(1), patience);
  const token = sentTo(email)[0]?.link.split('#')[1] ?? '';
  await governance.confirmApplication({ token });
  const { applications } = await governance.listApplications({}, admin);
  return applications.find((one) => one.email === email)?.applicationId ?? '';
}

describe('an application', () => {
  it('is in the queue once its address is confirmed, and approved by one of two at once', async () => {
    const applicationId = await applied('noa@x.org');
    const approve = () => governance.approveApplication({ applicationId, role: 'volunteer' }, admin);
    const outcomes = await Promise.allSettled([approve(), approve()]);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const { applications } = await governance.listApplications({ state: 'approved' }, admin);
    const made = await volunteers.getVolunteer({ volunteerId: applications[0]?.volunteerId ?? '' }, admin);
    expect([made.email, made.role, made.branch]).toEqual(['noa@x.org', 'volunteer', 'technion']);
    const decided = () => sentTo('noa@x.org').map(({ template }) => template);
    await vi.waitFor(() => expect(decided()).toEqual(expect.arrayContaining(['volunteer_decided'])), patience);
  });

  it('asked for twice at once is one, with one mail', async () => {
    const given = { firstName: 'Twice', lastName: 'Levi', email: 'twice@x.org', ...wish };
    await Promise.all([governance.apply(given), governance.apply(given), governance.apply(given)]);
    await vi.waitFor(() => expect(sentTo('twice@x.org')).toHaveLength(1), patience);
    const stored = replicas[0]!.store.connection.collection('applications');
    expect(await stored.countDocuments({ 'state.email': 'twice@x.org' })).toBe(1);
  });

  it('cannot be confirmed by a link that was changed', async () => {
    const confirming = governance.confirmApplication({ token: 'AAAA' });
    await expect(confirming).rejects.toMatchObject({ code: 'volunteers.application_link_invalid' });
  });
});

describe('a review', () => {
  it('asks about each role, and ends the one that is revoked', async () => {
    const assignments = ['volunteer', 'branch_manager'].map((role) => ({ ...wish, role, wish: undefined }));
    const places = assignments.map(({ area, district, branch, role }) => ({ area, district, branch, role }));
    const profile = { volunteerId: 'dana', email: 'dana@x.org', firstName: 'Dana', lastName: 'Levi' };
    await volunteers.createVolunteer({ ...profile, assignments: places }, admin);
    const { reviewId } = await governance.startReview({}, admin);
    const items = await vi.waitFor(async () => {
      const found = await governance.listReviewItems({ reviewId }, admin);
      expect(found.items.length).toBeGreaterThanOrEqual(3);
      return found.items;
    }, patience);
    const hers = items.filter(({ volunteerId }) => volunteerId === 'dana');
    const revoked = hers.find(({ role }) => role === 'branch_manager')?.itemId ?? '';
    const kept = hers.find(({ role }) => role === 'volunteer')?.itemId ?? '';
    await governance.decideReviewItems({ reviewId, itemIds: [revoked], decision: 'revoke', reason: 'moved' }, admin);
    await governance.decideReviewItems({ reviewId, itemIds: [kept], decision: 'certify' }, admin);
    const dana = await volunteers.getVolunteer({ volunteerId: 'dana' }, admin);
    expect(dana.assignments.map(({ role, state }) => [role, state])).toEqual([
      ['volunteer', 'active'],
      ['branch_manager', 'ended'],
    ]);
    const review = await governance.getReview({ reviewId }, admin);
    expect([review.revoked, review.certified, review.progress[0]?.decided]).toEqual([1, 1, 2]);
    const report = String(Buffer.from((await governance.getReviewReport({ reviewId }, admin)).data));
    expect(report).toContain('moved');
    await vi.waitFor(() => {
      const asked = sent.filter(({ template, role }) => template === 'volunteer_review' && role === 'administrator');
      expect(asked).toHaveLength(1);
    }, patience);
  });

  it('is one at a time', async () => {
    await expect(governance.startReview({}, admin)).rejects.toMatchObject({ code: 'volunteers.review_open' });
  });

  it('reminds twice, and flags what nobody decided in time', async () => {
    const asked = () => sent.filter(({ template }) => template === 'volunteer_review').length;
    pass(7);
    await vi.waitFor(() => expect(asked()).toBe(2), patience);
    pass(7);
    await vi.waitFor(() => expect(asked()).toBe(3), patience);
    pass(8);
    await vi.waitFor(async () => {
      const { reviews } = await governance.listReviews({}, admin);
      expect(reviews.find(({ startedBy }) => startedBy === 'root')?.flagged).toBeGreaterThan(0);
    }, patience);
  });
});

describe('the digest', () => {
  it('is written once a week, however many replicas there are', async () => {
    const digests = () => sent.filter(({ template, role }) => template === 'volunteer_digest' && role !== '');
    const known = digests().length;
    pass(7);
    await vi.waitFor(() => expect(digests().length).toBe(known + 1), patience);
    const stored = replicas[0]!.store.connection.collection('letters');
    expect(await stored.countDocuments({ _id: /^digest:/ as never })).toBe(digests().length);
  });
});

describe('as months pass', () => {
  it('is forgotten 30 days after it was refused', async () => {
    const applicationId = await applied('no@x.org');
    await governance.refuseApplication({ applicationId, reason: 'The kitchen is closed.' }, admin);
    pass(30);
    const stored = replicas[0]!.store.connection.collection('applications');
    await vi.waitFor(async () => expect(await stored.countDocuments({ 'state.email': 'no@x.org' })).toBe(0), patience);
  });

  it('a review begins by itself in each quarter, once', async () => {
    await vi.waitFor(async () => {
      const { reviews } = await governance.listReviews({}, admin);
      expect(reviews.map(({ reviewId }) => reviewId)).toEqual(['planned-2026-04-01', expect.any(String)]);
    }, patience);
  });
});
