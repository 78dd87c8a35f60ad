import { fromBinary } from '@bufbuild/protobuf';
import { timestampDate } from '@bufbuild/protobuf/wkt';
import { Category, Channel, Lane, SendMessageSchema } from '@guildhall/contracts/notifier/v1/commands';
import {
  ClosedReason,
  CoverChangedSchema,
  ReminderRunCompletedSchema,
  SiteCrowdedSchema,
  VisitClosedSchema,
  VisitCorrectedSchema,
  VisitOpenedSchema,
  VisitReassignedSchema,
} from '@guildhall/contracts/register/v1/events';
import { describe, expect, it } from 'vitest';
import { aPerson, aSite } from '../../app/testing.ts';
import type { Errand } from '../../domain/errand.ts';
import { presenceNotices } from '../../domain/notice.ts';
import { completeRun, startRun } from '../../domain/reminder.ts';
import { siteDay } from '../../domain/site-day.ts';
import { openVisit } from '../../domain/visit.ts';
import { correctVisit } from '../../domain/visit-correction.ts';
import { closeDuplicate, moveVisit, reopen } from '../../domain/visit-owner.ts';
import { errandMessage } from './errand.message.ts';
import { runMessage, watchMessage } from './reminder.messages.ts';
import { visitMessages } from './visit.messages.ts';

const at = new Date('2026-03-02T09:00:00Z');
const later = new Date('2026-03-02T17:00:00Z');
const site = aSite({ slackPresence: { channel: '#building', mode: 'in_place', privacy: 'initials' } });
const visit = openVisit('v1', { site, day: siteDay(site, at), at, by: aPerson('Ada Lovelace'), entrance: '' });

const errand: Errand = {
  type: 'errand',
  key: 'k',
  to: { personId: 'ada' },
  category: 'reminder',
  template: 'reminder',
  variables: { firstName: 'Ada' },
  at,
  expiresAt: later,
  reference: 'r',
};
const command = (more: Partial<Errand> = {}) =>
  fromBinary(SendMessageSchema, errandMessage({ ...errand, ...more }).data);

describe('a message that is asked for', () => {
  it('goes to a person by whatever contact they prefer', () => {
    expect(command()).toMatchObject({
      personId: 'ada',
      to: '',
      channel: Channel.UNSPECIFIED,
      lane: Lane.TRANSACTIONAL,
      category: Category.REMINDER,
      reference: 'r',
    });
    expect(timestampDate(command().expiresAt!)).toEqual(later);
  });

  it('goes to an address by its channel', () => {
    expect(command({ to: { email: 'a@example.org' } })).toMatchObject({ channel: Channel.EMAIL, to: 'a@example.org' });
    expect(command({ to: { slackChannel: '#day' } })).toMatchObject({ channel: Channel.SLACK, to: '#day' });
  });

  it('is one, however often it is asked for', () => {
    expect(errandMessage(errand).id).toBe(errandMessage({ ...errand, at: later }).id);
  });
});

describe('one Slack message that is kept up to date', () => {
  const [notice] = presenceNotices(site, visit, 'in', 2, () => ['Bob Bauer', 'Ada Lovelace']);
  const board = fromBinary(SendMessageSchema, visitMessages(notice!)[0]!.data);

  it('has a key for each site and day, and says who is inside as far as it may', () => {
    expect(board).toMatchObject({
      to: '#building',
      template: 'presence-board',
      updateKey: 'presence:vw:2026-03-02',
      variables: { names: 'A. L., B. B.', count: '2', displayName: 'A. L.' },
    });
  });

  it('names so many only', () => {
    const many = Array.from({ length: 70 }, () => 'Ada Lovelace');
    const [crowd] = presenceNotices(site, visit, 'in', 70, () => many);
    expect(fromBinary(SendMessageSchema, visitMessages(crowd!)[0]!.data).variables['names']).toMatch(/ and 10 more$/);
  });
});

describe('the facts of a visit that is put right', () => {
  it('tell the times before and after', () => {
    const context = {
      site,
      dayAt: (moment: Date) => siteDay(site, moment),
      now: new Date('2026-03-02T18:00:00Z'),
      by: aPerson('Ada Lovelace'),
      reason: '',
      selfDeclared: true,
      others: [],
      occupancy: 0,
    };
    const { facts } = correctVisit(visit, { leftAt: later }, context)!;
    const [ended, corrected] = facts.flatMap(visitMessages);
    expect(fromBinary(VisitClosedSchema, ended!.data)).toMatchObject({ closedReason: ClosedReason.SIGNED_OUT });
    expect(fromBinary(VisitCorrectedSchema, corrected!.data)).toMatchObject({
      selfDeclared: true,
      before: { open: true },
      after: { open: false },
      actorId: 'ada-lovelace',
    });
  });
});

describe('the facts of people who are merged', () => {
  it('tell whose a visit was and is, and when it ends', () => {
    const { facts } = moveVisit(visit, { personId: 'cy', displayName: 'Cy' }, 'm1', later, 1);
    const fact = fromBinary(VisitReassignedSchema, visitMessages(facts[0]!)[0]!.data);
    expect(fact).toMatchObject({ fromPersonId: 'ada-lovelace', personId: 'cy', displayName: 'Cy', open: true });
    expect(timestampDate(fact.until!)).toEqual(visit.until);
  });

  it('tell that a visit was closed for it, and when, and that it goes on', () => {
    const { next, facts } = closeDuplicate(visit, 'm1', later, 1);
    const closed = fromBinary(VisitClosedSchema, visitMessages(facts[0]!)[0]!.data);
    expect([closed.closedReason, timestampDate(closed.at!)]).toEqual([ClosedReason.MERGED, later]);
    const again = fromBinary(VisitOpenedSchema, visitMessages(reopen(next, 2).facts[0]!)[0]!.data);
    expect([again.reopened, again.occupancy]).toEqual([true, 2]);
  });
});

describe('the facts of a site', () => {
  const watch = { id: 'vw', version: 3, crowded: true, told: false };

  it('tell that it is crowded', () => {
    const { data } = watchMessage({ type: 'site-crowded', watch, occupancy: 9, capacity: 10, at });
    expect(fromBinary(SiteCrowdedSchema, data)).toMatchObject({
      siteId: 'vw',
      crowded: true,
      occupancy: 9,
      capacity: 10,
    });
  });

  it('tell that nobody covers it', () => {
    const { subject, data } = watchMessage({ type: 'cover-changed', watch, covered: false, occupancy: 2, at });
    expect(subject).toBe('evt.register.v1.cover-changed.vw');
    expect(fromBinary(CoverChangedSchema, data)).toMatchObject({ covered: false, occupancy: 2 });
  });

  it('tell what came of a run of reminders', () => {
    const run = startRun('vw', { template: 'reminder', date: '2026-03-02', call: 1, at }, at);
    const { data } = runMessage(completeRun(run, [], later).facts[0]!);
    expect(fromBinary(ReminderRunCompletedSchema, data)).toMatchObject({ runId: 'vw_2026-03-02_reminder', asked: 0 });
  });
});
