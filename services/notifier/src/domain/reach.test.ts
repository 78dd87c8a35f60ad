import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Channel } from './message.ts';
import { type Contact, contactsFor, type Reach, type Recipient } from './reach.ts';

const all: readonly Channel[] = ['email', 'sms', 'push', 'slack'];
const mail: Contact = { id: 'c1', channel: 'email', value: 'ada@example.org' };
const phone: Contact = { id: 'c2', channel: 'sms', value: '+447700900123' };
const work: Contact = { id: 'c3', channel: 'sms', value: '+447700900456' };
const device: Contact = { id: 'c4', channel: 'push', value: 'token' };
const ada: Recipient = { personId: 'p1', version: 1, contacts: [device, work, mail, phone] };

const ids = (recipient: Recipient, reach: Partial<Reach>, channels = all): readonly string[] =>
  contactsFor(recipient, { kind: 'every', nth: 0, ...reach }, channels).map(({ id }) => id);

describe('the contacts of a person', () => {
  it('are text messages, then e-mail, then devices', () => {
    expect(ids(ada, { kind: 'every' })).toEqual(['c2', 'c3', 'c1', 'c4']);
  });

  it('begin with the preferred one', () => {
    expect(ids({ ...ada, preferredContactId: 'c4' }, { kind: 'every' })).toEqual(['c4', 'c2', 'c3', 'c1']);
  });

  it('are reached at the first of them unless more is asked for', () => {
    expect(ids({ ...ada, preferredContactId: 'c1' }, { kind: 'preferred' })).toEqual(['c1']);
    expect(ids(ada, { kind: 'preferred' })).toEqual(['c2']);
  });

  it('are reached one after the other by place', () => {
    expect([0, 1, 2, 3, 4].map((nth) => ids(ada, { kind: 'nth', nth }))).toEqual([['c2'], ['c3'], ['c1'], ['c4'], []]);
  });

  it('do not count where the template has no words for them', () => {
    expect(ids({ ...ada, preferredContactId: 'c4' }, { kind: 'preferred' }, ['email'])).toEqual(['c1']);
    expect(ids(ada, { kind: 'preferred' }, ['slack'])).toEqual([]);
  });

  it('are those of one channel when one is asked for', () => {
    expect(ids(ada, { kind: 'every', channel: 'sms' })).toEqual(['c2', 'c3']);
  });

  it('come in the same order however identity lists them', () => {
    const lists = fc.shuffledSubarray([mail, phone, work, device], { minLength: 4 });
    fc.assert(
      fc.property(lists, (contacts) => {
        expect(ids({ ...ada, contacts }, { kind: 'every' })).toEqual(['c2', 'c3', 'c1', 'c4']);
      }),
    );
  });
});

describe('the inbox', () => {
  const withInbox = [...all, 'inbox'] as const;

  it.each([
    ['is one of every contact', { kind: 'every' }, ['c2', 'c3', 'c1', 'c4', 'inbox']],
    ['is not used where there is something else', { kind: 'preferred' }, ['c2']],
    ['is no step on the way through the contacts', { kind: 'nth', nth: 4 }, []],
    ['is reached by its channel', { kind: 'preferred', channel: 'inbox' }, ['inbox']],
    ['is a step where it is asked for', { kind: 'nth', nth: 0, channel: 'inbox' }, ['inbox']],
  ] as const)('%s', (_name, reach, expected) => {
    expect(ids(ada, reach, withInbox)).toEqual(expected);
  });

  it('is used where there is nothing else', () => {
    expect(ids({ ...ada, contacts: [] }, { kind: 'preferred' }, withInbox)).toEqual(['inbox']);
    expect(ids(ada, { kind: 'preferred' }, ['slack', 'inbox'])).toEqual(['inbox']);
  });

  it('is not there for who is gone, and is that of who they became after a merge', () => {
    expect(ids({ ...ada, contacts: [], isGone: true }, { kind: 'every' }, withInbox)).toEqual([]);
    const [inbox] = contactsFor({ ...ada, contacts: [], survivorId: 'p2' }, { kind: 'every', nth: 0 }, withInbox);
    expect(inbox).toEqual({ id: 'inbox', channel: 'inbox', value: 'p2' });
  });
});
