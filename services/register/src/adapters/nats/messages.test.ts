import { fromBinary } from '@bufbuild/protobuf';
import { timestampDate } from '@bufbuild/protobuf/wkt';
import { Category, Channel, Lane, SendMessageSchema } from '@guildhall/contracts/notifier/v1/commands';
import {
  Direction,
  SiteChangedSchema,
  Via,
  VisitClosedSchema,
  VisitOpenedSchema,
  VisitorRenamedSchema,
  VisitRolledOverSchema,
} from '@guildhall/contracts/register/v1/events';
import { GuestVisitEndedSchema } from '@guildhall/contracts/register/v1/visitor_events';
import { describe, expect, it } from 'vitest';
import { aPerson, aSite } from '../../app/testing.ts';
import { presenceNotices } from '../../domain/notice.ts';
import { siteDay } from '../../domain/site-day.ts';
import { opened, openVisit, rename, rollOver, signOut } from '../../domain/visit.ts';
import { siteMessage } from './site.messages.ts';
import { visitMessages } from './visit.messages.ts';

const at = new Date('2026-03-02T09:00:00Z');
const later = new Date('2026-03-02T17:00:00Z');
const ada = aPerson('Ada Lovelace');
const site = aSite({
  slackWebhooks: [
    { url: 'https://hooks.slack.com/a', movements: 'both', privacy: 'name' },
    { url: 'https://hooks.slack.com/b', movements: 'both', privacy: 'count' },
  ],
});
const visit = openVisit('v1', { site, day: siteDay(site, at), at, by: ada, entrance: 'Front' });
const messageOf = ({ facts }: ReturnType<typeof signOut>) => visitMessages(facts[0]!)[0]!;

describe('the end of a guest’s visit', () => {
  const guest = { ...visit, kind: 'contractor' as const, personId: 'visitor-1' };
  const extraOf = ({ facts }: ReturnType<typeof signOut>) => visitMessages(facts[0]!).slice(1);

  it('is told once more, for whoever keeps visitors', () => {
    const [message] = extraOf(signOut(guest, later, ada, 2));
    expect(message!.subject).toBe('evt.register.v1.guest-visit-ended.v1');
    const said = fromBinary(GuestVisitEndedSchema, message!.data);
    expect(said).toMatchObject({ visitorId: 'visitor-1', visitId: 'v1' });
    expect(timestampDate(said.leftAt!)).toEqual(later);
  });

  it('has no leave time when the day ended', () => {
    const [message] = extraOf(rollOver(guest, later, 2));
    expect(fromBinary(GuestVisitEndedSchema, message!.data).leftAt).toBeUndefined();
  });

  it('is told of guests only', () => {
    expect(extraOf(signOut(visit, later, ada, 2))).toEqual([]);
  });
});

describe('the facts of a visit', () => {
  it('tell of a person who came in', () => {
    const { subject, data } = messageOf(opened(visit, 3));
    expect(subject).toBe('evt.register.v1.visit-opened.v1');
    expect(fromBinary(VisitOpenedSchema, data)).toMatchObject({
      eventId: 'v1-in',
      visitId: 'v1',
      personId: 'ada-lovelace',
      displayName: 'Ada Lovelace',
      siteId: 'vw',
      date: '2026-03-02',
      direction: Direction.IN,
      via: Via.WEB,
      entrance: 'Front',
      occupancy: 3,
    });
  });

  it('tell of a person who went out', () => {
    const { subject, data } = messageOf(signOut(visit, later, { ...ada, via: 'token' }, 2));
    const fact = fromBinary(VisitClosedSchema, data);
    expect(subject).toBe('evt.register.v1.visit-closed.v1');
    expect(fact).toMatchObject({ eventId: 'v1-out', direction: Direction.OUT, via: Via.TOKEN, occupancy: 2 });
    expect(timestampDate(fact.at!)).toEqual(later);
  });

  it('tell of the rollover', () => {
    const { subject, data } = messageOf(rollOver(visit, later, 0));
    expect(subject).toBe('evt.register.v1.visit-rolled-over.v1');
    expect(fromBinary(VisitRolledOverSchema, data)).toMatchObject({
      eventId: 'v1-rollover',
      visitId: 'v1',
      occupancy: 0,
    });
  });

  it('tell a new name', () => {
    const { subject, data } = messageOf(rename(visit, 'Ada King', later));
    expect(subject).toBe('evt.register.v1.visitor-renamed.v1');
    expect(fromBinary(VisitorRenamedSchema, data)).toMatchObject({ visitId: 'v1', displayName: 'Ada King' });
  });

  it('carry the version that they led to', () => {
    expect(messageOf(signOut(visit, later, ada, 2)).headers).toMatchObject({ 'Aggregate-Version': '2' });
  });
});

describe('the message to a webhook', () => {
  const commands = () => presenceNotices(site, visit, 'in', 3, () => []).flatMap(visitMessages);
  const [first, second] = commands().map(({ data }) => fromBinary(SendMessageSchema, data));

  it('asks the notifier for one post', () => {
    expect(first).toMatchObject({
      lane: Lane.TRANSACTIONAL,
      category: Category.PRESENCE,
      channel: Channel.SLACK,
      to: 'https://hooks.slack.com/a',
      template: 'presence',
      variables: { displayName: 'Ada Lovelace', movement: 'in', count: '3', siteName: 'Vauxhall Walk' },
      reference: 'v1',
    });
  });

  it('shows no name where only the count may be seen', () => {
    expect(second?.variables).toMatchObject({ displayName: '', count: '3' });
  });

  it('is worth nothing after an hour', () => {
    expect(timestampDate(first!.expiresAt!)).toEqual(new Date('2026-03-02T10:00:00Z'));
  });

  it('is asked for once for each webhook and movement', () => {
    expect(new Set([...commands(), ...commands()].map(({ subject }) => subject)).size).toBe(2);
  });

  it('keeps the address out of its key and subject', () => {
    expect(`${first?.idempotencyKey} ${commands()[0]?.subject}`).not.toContain('slack.com');
  });
});

it('tells of a site that changed, without its webhooks', () => {
  const { subject, data } = siteMessage({ type: 'site-changed', site, at });
  expect(subject).toBe('evt.register.v1.site-changed.vw');
  expect(fromBinary(SiteChangedSchema, data)).toMatchObject({ siteId: 'vw', timeZone: 'Europe/London' });
  expect(Buffer.from(data).includes('hooks.slack.com')).toBe(false);
});
