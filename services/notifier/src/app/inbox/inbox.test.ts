import { describe, expect, it } from 'vitest';
import { archive, arrive, snooze, unread } from '../../domain/inbox/entry.ts';
import { aMessage, anOrder, later, nine } from '../../domain/testing.ts';
import { inMemoryMessages } from '../testing.ts';
import { changeEntryHandler, readEntryHandler, snoozeEntryHandler } from './change-entry.ts';
import { countInboxHandler } from './count-inbox.ts';
import { forgetEntriesHandler } from './forget-entries.ts';
import { type InboxFilter, listInboxHandler } from './list-inbox.ts';
import { markReadHandler } from './mark-read.ts';
import { putIntoInboxHandler } from './put-into-inbox.ts';
import { readAllHandler } from './read-all.ts';
import { takeDueEntryHandler } from './take-due-entry.ts';
import { inMemoryEntries } from './testing.ts';

const DAY_S = 24 * 3_600;

const scenario = async (count = 0) => {
  const [entries, messages] = [inMemoryEntries(), inMemoryMessages()];
  const time = { now: nine };
  const clock = { now: () => time.now };
  const own = new Map([['ada', ['ada', 'ada-before']]]);
  const ownIds = async (personId: string) => own.get(personId) ?? [personId];
  const deps = { entries, ownIds, clock, markRead: markReadHandler({ messages, clock }) };
  for (let n = 0; n < count; n += 1) {
    const message = { ...aMessage({ ...anOrder(), channel: 'inbox', to: 'ada' }), id: `m${n}` };
    await messages.add({ next: message, facts: [] });
    await entries.add(arrive(message, { title: `Title ${n}`, text: 'Text' }, later(n)));
  }
  const list = async (filter: InboxFilter = 'all', personId = 'ada') =>
    (await listInboxHandler(deps)({ personId, filter, pageSize: 0, pageToken: '' })).entries.map(({ id }) => id);
  return { ...deps, messages, time, list, count: countInboxHandler(deps) };
};
const named = { personId: 'ada', id: 'm0' };

describe('the inbox', () => {
  it('lists the latest first, page by page', async () => {
    const deps = await scenario(5);
    const page = (pageToken: string) =>
      listInboxHandler(deps)({ personId: 'ada', filter: 'all', pageSize: 2, pageToken });

    const first = await page('');
    const second = await page(first.next!);
    const third = await page(second.next!);

    expect([first, second, third].map(({ entries }) => entries.map(({ id }) => id))).toEqual([
      ['m4', 'm3'],
      ['m2', 'm1'],
      ['m0'],
    ]);
    expect(third.next).toBeUndefined();
  });

  it('refuses a page token of somebody else', async () => {
    const asked = { personId: 'ada', filter: 'all', pageSize: 2, pageToken: '{"$gt":1}' } as const;

    await expect(listInboxHandler(await scenario())(asked)).rejects.toMatchObject({ code: 'notifier.bad_page_token' });
  });

  it('has what was archived and snoozed in places of their own', async () => {
    const deps = await scenario(3);
    await changeEntryHandler(deps, archive)(named);
    await changeEntryHandler(deps, snooze(later(DAY_S)))({ ...named, id: 'm1' });

    expect([await deps.list(), await deps.list('archived'), await deps.list('snoozed')]).toEqual([
      ['m2'],
      ['m0'],
      ['m1'],
    ]);
    expect(await deps.count('ada')).toEqual({ unread: 1, unseen: 1 });
  });

  it('shows also what came for those who were merged into one', async () => {
    const deps = await scenario();
    await putIntoInboxHandler(deps)({ id: 'm9', to: 'ada-before', category: 'board' }, { title: 'T', text: 'B' });

    expect([await deps.list(), await deps.list('all', 'bob')]).toEqual([['m9'], []]);
  });

  it('counts no further than a hundred', async () => {
    expect(await (await scenario(120)).count('ada')).toEqual({ unread: 100, unseen: 100 });
  });

  it('has one entry for a message, however often it is brought', async () => {
    const deps = await scenario();
    const put = () => putIntoInboxHandler(deps)({ id: 'm9', to: 'ada', category: 'board' }, { title: 'T', text: 'B' });
    await Promise.all([put(), put()]);

    expect(deps.entries.all()).toHaveLength(1);
    expect(deps.entries.facts).toHaveLength(1);
  });
});

describe('reading an entry', () => {
  it('tells whoever sent the message, once', async () => {
    const deps = await scenario(1);
    await readEntryHandler(deps)(named);
    await changeEntryHandler(deps, unread)(named);
    await readEntryHandler(deps)(named);

    expect(deps.messages.facts.map(({ type }) => type)).toEqual(['message-read']);
    expect((await deps.messages.find('m0'))?.readAt).toEqual(nine);
  });

  it.each([['m0'], ['unknown']])('of somebody else is refused like one that is not there (%s)', async (id) => {
    const deps = await scenario(1);

    await expect(readEntryHandler(deps)({ personId: 'bob', id })).rejects.toMatchObject({
      code: 'notifier.entry_not_found',
    });
    expect(deps.messages.facts).toEqual([]);
  });

  it('works for a message that is gone', async () => {
    const deps = await scenario();
    await putIntoInboxHandler(deps)({ id: 'm0', to: 'ada', category: 'board' }, { title: 'T', text: 'B' });

    expect(await readEntryHandler(deps)(named)).toMatchObject({ readAt: nine });
  });
});

describe('reading all', () => {
  it('reads every page, tells every sender, and leaves what is archived', async () => {
    const deps = await scenario(450);
    await changeEntryHandler(deps, archive)(named);
    deps.time.now = later(1_000);

    expect(await readAllHandler(deps)({ personId: 'ada', seenOnly: false })).toEqual({ unread: 0, unseen: 0 });
    expect(deps.messages.facts).toHaveLength(449);
    expect((await deps.entries.find('m0'))?.readAt).toBeUndefined();
  });

  it('only sees them when no more is asked', async () => {
    const deps = await scenario(3);
    deps.time.now = later(1_000);

    expect(await readAllHandler(deps)({ personId: 'ada', seenOnly: true })).toEqual({ unread: 3, unseen: 0 });
    expect(deps.messages.facts).toEqual([]);
  });

  it('is told to whoever follows by few events', async () => {
    const deps = await scenario(300);
    deps.time.now = later(1_000);
    await readAllHandler(deps)({ personId: 'ada', seenOnly: false });

    expect(deps.entries.facts.filter(({ change }) => change === 'read')).toHaveLength(2);
  });
});

describe('a snooze', () => {
  it('is refused for a time that is over, with the field', async () => {
    const deps = await scenario(1);

    await expect(snoozeEntryHandler(deps)({ ...named, until: nine })).rejects.toMatchObject({
      code: 'notifier.bad_snooze',
      errors: [{ pointer: '/until' }],
    });
  });

  it('ends by the clock: the entry stands on top again, unread', async () => {
    const deps = await scenario(3);
    await readEntryHandler(deps)(named);
    await snoozeEntryHandler(deps)({ ...named, until: later(DAY_S) });
    const take = takeDueEntryHandler(deps);
    await take('m0');
    expect(await deps.list()).toEqual(['m2', 'm1']);

    deps.time.now = later(DAY_S);
    await take('m0');
    await take('m0');

    expect(await deps.list('unread')).toEqual(['m0', 'm2', 'm1']);
    expect(deps.entries.facts.filter(({ change }) => change === 'returned')).toHaveLength(1);
  });
});

describe('an inbox', () => {
  it('loses what is half a year old', async () => {
    const deps = await scenario(1);
    deps.time.now = later(181 * DAY_S);
    await takeDueEntryHandler(deps)('m0');

    expect(deps.entries.all()).toEqual([]);
  });

  it("is gone with the person who is erased, and nobody else's is", async () => {
    const deps = await scenario(2);
    await putIntoInboxHandler(deps)({ id: 'm9', to: 'bob', category: 'board' }, { title: 'T', text: 'B' });
    await forgetEntriesHandler(deps)('ada');
    await forgetEntriesHandler(deps)('ada');

    expect(deps.entries.all().map(({ id }) => id)).toEqual(['m9']);
  });
});
