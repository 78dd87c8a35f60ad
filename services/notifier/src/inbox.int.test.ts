import { create, fromBinary, type MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { eventStream } from '@guildhall/contracts';
import { PersonErasedSchema, PersonMergedSchema, PersonReachableSchema } from '@guildhall/contracts/identity/v1/events';
import { Method } from '@guildhall/contracts/identity/v1/service';
import { Category, Channel, Lane, Reach, SendMessageSchema } from '@guildhall/contracts/notifier/v1/commands';
import { InboxChange, InboxChangedSchema, MessageReadSchema } from '@guildhall/contracts/notifier/v1/events';
import { InboxFilter, InboxService } from '@guildhall/contracts/notifier/v1/inbox';
import { MessageState } from '@guildhall/contracts/notifier/v1/service';
import { type Principal, servicePrincipal } from '@guildhall/kernel';
import { type Bus, client, fact, feed, publish } from '@guildhall/messaging';
import type { Store } from '@guildhall/mongo';
import { testBus, testClock, testStore } from '@guildhall/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ask, startNotifier } from './testing.ts';

let bus: Bus;
let store: Store;
let replicas: Awaited<ReturnType<typeof startNotifier>>[];
let stop: () => Promise<void>;
const clock = testClock('2026-03-02T09:00:00Z');
const changes: { personId: string; entryId: string; change: InboxChange }[] = [];
const reads: { messageId: string; reference: string; personId: string }[] = [];
const patient = { timeout: 10_000, interval: 30 };

beforeAll(async () => {
  [bus, store] = await Promise.all([testBus(), testStore()]);
  replicas = [await startNotifier({ bus, store, clock }), await startNotifier({ bus, store, clock })];
  const onMessage = ({ subject, data }: { subject: string; data: Uint8Array }): void => {
    if (subject.includes('.inbox-changed.')) changes.push(fromBinary(InboxChangedSchema, data));
    else reads.push(fromBinary(MessageReadSchema, data));
  };
  const subjects = ['evt.notifier.v1.inbox-changed.*', 'evt.notifier.v1.message-read.*'];
  const reader = await feed(bus, { stream: eventStream('notifier'), subjects, onMessage });
  stop = () => reader.close();
}, 60_000);
afterAll(async () => {
  await stop?.();
  await Promise.all(replicas?.map((one) => one.close()) ?? []);
  await Promise.all([store?.close(), bus?.close()]);
});

const as = (personId: string): Principal => ({ ...servicePrincipal('web'), kind: 'session', personId });
const inbox = (personId: string) => client(bus, InboxService, { principal: as(personId) });
const titles = async (personId: string, filter: InboxFilter = InboxFilter.UNSPECIFIED) =>
  (await inbox(personId).listInbox({ filter })).entries.map(({ id }) => id);

let versions = 0;
const contacts = [{ contactId: 'mail', method: Method.EMAIL, value: 'ada@example.org' }];
const says = (personId: string, change: MessageInitShape<typeof PersonReachableSchema> = {}) =>
  publish(
    bus,
    fact(PersonReachableSchema, { id: personId, version: (versions += 1) }, clock.now(), {
      personId,
      active: true,
      contacts,
      ...change,
    }),
  );
const send = (key: string, change: MessageInitShape<typeof SendMessageSchema>) =>
  ask(
    bus,
    create(SendMessageSchema, {
      idempotencyKey: key,
      lane: Lane.TRANSACTIONAL,
      category: Category.PRESENCE,
      template: 'webhook-disabled',
      variables: { host: 'example.org', description: 'Doors' },
      reference: key,
      ...change,
    }),
  );
const toInbox = async (key: string, personId: string): Promise<string> => {
  const before = await titles(personId);
  await send(key, { channel: Channel.INBOX, to: personId });
  return vi.waitFor(async () => {
    const [id = ''] = (await titles(personId)).filter((one) => !before.includes(one));
    expect(id).not.toBe('');
    return id;
  }, patient);
};
const messageOf = (messageId: string) => replicas[0]!.calls.getMessage({ messageId });

describe('a message for the inbox', () => {
  it('is there within moments, in words, and counted', async () => {
    const id = await toInbox('first', 'ada');

    const { entries } = await inbox('ada').listInbox({});
    expect(entries[0]).toMatchObject({ id, category: Category.PRESENCE, title: expect.stringMatching(/\w/) });
    expect(entries[0]?.body).toContain('example.org');
    expect(await inbox('ada').getInboxCounts({})).toMatchObject({ unread: 1, unseen: 1 });
    await vi.waitFor(async () => expect((await messageOf(id)).state).toBe(MessageState.SENT), patient);
    expect(changes).toContainEqual(
      expect.objectContaining({ personId: 'ada', entryId: id, change: InboxChange.ADDED }),
    );
  });

  it('is there once, however often it is asked for', async () => {
    const id = await toInbox('twice', 'bea');
    await send('twice', { channel: Channel.INBOX, to: 'bea', sender: 'again' });
    await toInbox('after', 'bea');

    expect((await titles('bea')).filter((one) => one === id)).toHaveLength(1);
  });

  it('is for nobody else', async () => {
    const id = await toInbox('private', 'ada');

    expect(await titles('eve')).toEqual([]);
    await expect(inbox('eve').readInboxEntry({ entryId: id })).rejects.toMatchObject({
      code: 'notifier.entry_not_found',
    });
  });

  it('is one of all contacts of a person, and comes where there is no other', async () => {
    await says('cleo', { contacts: [] });
    await send('preferred', { personId: 'cleo' });
    await vi.waitFor(async () => expect(await titles('cleo')).toHaveLength(1), patient);
    await send('every', { personId: 'cleo', reach: Reach.EVERY });

    await vi.waitFor(async () => expect(await titles('cleo')).toHaveLength(2), patient);
  });

  it('is no message of somebody who is gone', async () => {
    await says('gone', { active: false, contacts: [] });
    await send('gone', { personId: 'gone' });

    await vi.waitFor(async () => {
      const { messages } = await replicas[0]!.calls.listMessages({ reference: 'gone' });
      expect(messages).toMatchObject([{ state: MessageState.FAILED, reason: 'no_contact' }]);
    }, patient);
    expect(await titles('gone')).toEqual([]);
  });
});

describe('reading', () => {
  it('is known of the message, and told once', async () => {
    const id = await toInbox('read', 'dora');
    await inbox('dora').readInboxEntry({ entryId: id });
    await inbox('dora').readInboxEntry({ entryId: id });

    await vi.waitFor(async () => expect((await messageOf(id)).state).toBe(MessageState.READ), patient);
    await vi.waitFor(
      () => expect(reads).toMatchObject([{ messageId: id, reference: 'read', personId: 'dora' }]),
      patient,
    );
    expect(
      (await replicas[0]!.calls.listMessages({ personId: 'dora', state: MessageState.READ })).messages,
    ).toHaveLength(1);
  });

  it('all leaves none unread', async () => {
    await toInbox('one', 'fay');
    await toInbox('two', 'fay');

    expect(await inbox('fay').readAllInbox({})).toMatchObject({ unread: 0, unseen: 0 });
    expect(await titles('fay', InboxFilter.UNREAD)).toEqual([]);
  });
});

describe('a snooze', () => {
  it('ends when the clock says so, at whichever replica', async () => {
    const id = await toInbox('snooze', 'gia');
    const until = new Date(clock.now().getTime() + 3_600_000);
    await inbox('gia').snoozeInboxEntry({ entryId: id, until: timestampFromDate(until) });
    expect([await titles('gia'), await titles('gia', InboxFilter.SNOOZED)]).toEqual([[], [id]]);

    clock.set(until);

    await vi.waitFor(async () => expect(await titles('gia', InboxFilter.UNREAD)).toEqual([id]), patient);
    await vi.waitFor(
      () =>
        expect(changes.filter(({ entryId, change }) => entryId === id && change === InboxChange.RETURNED)).toHaveLength(
          1,
        ),
      patient,
    );
  });
});

describe('the inbox of a person', () => {
  it('has what was archived, and gets it back', async () => {
    const id = await toInbox('archive', 'hal');
    await inbox('hal').archiveInboxEntry({ entryId: id });
    expect(await titles('hal', InboxFilter.ARCHIVED)).toEqual([id]);
    await inbox('hal').unarchiveInboxEntry({ entryId: id });

    expect(await titles('hal')).toEqual([id]);
  });

  it('follows a merge, and a message for who was merged', async () => {
    await Promise.all([says('ivy'), says('ivy-old')]);
    const id = await toInbox('merged', 'ivy-old');
    const merged = { mergedId: 'ivy-old', survivorId: 'ivy' };
    await publish(bus, fact(PersonMergedSchema, { id: 'ivy', version: (versions += 1) }, clock.now(), merged));

    await vi.waitFor(async () => expect(await titles('ivy')).toEqual([id]), patient);
    await send('late', { personId: 'ivy-old', reach: Reach.EVERY, channel: Channel.INBOX });
    await vi.waitFor(async () => expect(await titles('ivy')).toHaveLength(2), patient);
  });

  it('is gone with the person', async () => {
    await toInbox('erased', 'joy');
    await publish(
      bus,
      fact(PersonErasedSchema, { id: 'joy', version: (versions += 1) }, clock.now(), { personId: 'joy' }),
    );

    await vi.waitFor(async () => expect(await titles('joy')).toEqual([]), patient);
  });
});
