import { type Envelope, newId, type Ticket, type Waiting } from '@guildhall/messaging';
import { testStore } from '@guildhall/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { aggregates, type Aggregates, type Offer, type Store } from './index.ts';

type Box = Readonly<{ content: string }>;

let store: Store;
let boxes: Aggregates<Box>;
let collections = 0;
/** Of what was offered and is not confirmed yet. */
const tickets: Ticket[] = [];

beforeAll(async () => {
  store = await testStore();
});
afterAll(() => store.close());

const open = async (windowMs?: number): Promise<Aggregates<Box>> => {
  const name = `boxes${++collections}`;
  tickets.length = 0;
  const offer: Offer = (entries) => tickets.push(...entries.map(({ ticket }) => ticket));
  boxes = aggregates<Box>({ store, collection: name, offer, ...(windowMs === undefined ? {} : { windowMs }) });
  await boxes.ready();
  return boxes;
};
const at = new Date('2026-03-02T10:00:00Z');
const message = (text: string): Envelope => ({
  id: newId(),
  at,
  subject: `evt.test.v1.said.${text}`,
  data: Buffer.from(text),
  headers: { 'Aggregate-Version': '1' },
});
const save = (id: string, version: number, ...texts: string[]) =>
  boxes.save({ id, version, state: { content: id }, messages: texts.map(message) });
const textsOf = (entries: readonly Waiting[]) =>
  entries.flatMap(({ messages }) => messages.map(({ data }) => Buffer.from(data).toString()));
const later = () => new Date(Date.now() + 1_000);
/** Resolves with the next millisecond: later than everything before it. */
const passes = async (): Promise<Date> => {
  const before = Date.now();
  await vi.waitUntil(() => Date.now() > before + 1, { interval: 1 });
  return new Date();
};
const settleAll = () => tickets.splice(0).forEach(boxes.outbox.ledger.settle);
const all = async (since: Date): Promise<Waiting[]> => {
  const found: Waiting[] = [];
  for await (const entry of boxes.outbox.since(since)) found.push(entry);
  return found;
};

describe('an outbox', () => {
  it('gives back messages as they were saved', async () => {
    await open();
    const said = message('hello');
    await boxes.save({ id: 'a', version: 1, state: { content: '' }, messages: [said] });
    const [entry] = await boxes.outbox.of(['a', 'nobody']);
    expect(entry).toMatchObject({ source: boxes.outbox.name, owner: 'a', keptAt: tickets[0]?.keptAt });
    expect(entry?.messages).toEqual([said]);
  });

  it('keeps what was confirmed for a replay, and does not touch the document', async () => {
    await open();
    await save('a', 1, 'one', 'two');
    const before = await boxes.model.findById('a').lean();
    settleAll();
    expect(await boxes.model.findById('a').lean()).toEqual(before);
    expect(textsOf(await all(at))).toEqual(['one', 'two']);
  });

  it('has of each aggregate what was kept since a moment, and nothing older', async () => {
    await open();
    await save('a', 1, 'before');
    await save('quiet', 1);
    const moment = await passes();
    await save('a', 2, 'after');
    await save('b', 1, 'too');
    expect(textsOf(await all(moment)).toSorted()).toEqual(['after', 'too']);
  });

  it('has what was saved before the last change of its aggregate, too', async () => {
    await open();
    await save('a', 1, 'one');
    const moment = tickets[0]?.keptAt ?? at;
    await save('a', 2, 'two');
    await save('a', 3);
    expect(textsOf(await all(moment))).toEqual(['one', 'two']);
  });

  it('is read by pages of any number, also when all was kept in one moment', async () => {
    await open();
    await Promise.all(Array.from({ length: 1_100 }, (_, n) => save(`b${n}`, 1, `m${n}`)));
    const keptAt = new Date(Date.now() - 3_600_000);
    const ids = Array.from({ length: 2_500 }, (_, n) => `c${n}`);
    const outbox = (id: string) => [{ ...message(id), version: 1, keptAt }];
    const documents = ids.map((_id) => ({
      _id,
      version: 1,
      state: {},
      outbox: outbox(_id),
      outboxAt: keptAt,
      saves: [],
    }));
    await boxes.model.collection.insertMany(documents as never[]);
    expect(new Set(textsOf(await all(new Date(keptAt.getTime() - 86_400_000)))).size).toBe(3_600);
    expect(await all(later())).toEqual([]);
  });

  it('misses nothing that is kept, while other saves move documents on', async () => {
    await open();
    const ids = Array.from({ length: 600 }, (_, n) => `d${n}`);
    await Promise.all(ids.map((id) => save(id, 1, id)));
    // Groups of saves may be answered in another order than that in which they were kept.
    const moment = new Date(Math.min(...tickets.map(({ keptAt }) => keptAt.getTime())));
    const moving = (async () => {
      for (let version = 2; version < 6; version += 1) await Promise.all(ids.map((id) => save(id, version, 'more')));
    })();
    const seen: number[] = [];
    for (let turn = 0; turn < 3; turn += 1) seen.push(new Set((await all(moment)).map(({ owner }) => owner)).size);
    await moving;
    expect(seen).toEqual([600, 600, 600]);
  });
});

describe('the ledger of saves', () => {
  it('has what the store has and no stream confirmed, and nothing else', async () => {
    await open();
    await save('a', 1, 'one');
    await save('quiet', 1);
    await Promise.allSettled([save('a', 1, 'taken'), save('a', 7, 'stale')]);
    expect(boxes.outbox.ledger.depth()).toBe(1);
    settleAll();
    expect(boxes.outbox.ledger.oldest()).toBeUndefined();
  });

  it('leaves what nobody brings out to a relay that comes later', async () => {
    const alone = aggregates<Box>({ store, collection: `boxes${++collections}` });
    await alone.save({ id: 'a', version: 1, state: { content: '' }, messages: [message('one')] });
    expect(alone.outbox.ledger.oldest()).toBeDefined();
    expect(alone.outbox.ledger.beginReading()).toBeDefined();
  });

  it('lets nothing with messages be saved while the mark of its relay may be missing', async () => {
    await open();
    const renew = vi.fn<() => Promise<void>>(() => Promise.reject(new Error('away')));
    boxes.outbox.ledger.cover = { relay: 'ours', isValid: () => false, renew };
    await save('quiet', 1);
    await expect(save('a', 1, 'one')).rejects.toMatchObject({ kind: 'unavailable', code: 'store.unavailable' });
    await expect(boxes.find('a')).resolves.toBeUndefined();
    renew.mockResolvedValue();
    await save('a', 1, 'one');
  });
});

describe('pruning', () => {
  const pruned = (id: string) =>
    vi.waitFor(
      async () => {
        await boxes.findMany(['a', 'b']);
        expect((await boxes.model.findById(id).lean())?.outbox).toEqual([]);
      },
      { timeout: 4_000, interval: 100 },
    );
  const elsewhere = (confirmedBefore: Date) =>
    boxes.outbox.marks.outboxes.save('other', {
      heartbeatAt: new Date(0),
      confirmedBefore: { [boxes.outbox.name]: confirmedBefore },
    });

  it('takes out what is past the window, when nothing waits and the aggregate is read', async () => {
    await open(0);
    await save('a', 1, 'one');
    settleAll();
    await pruned('a');
  });

  it('never takes out what waits', async () => {
    await open(0);
    await save('b', 1, 'left');
    settleAll();
    await passes();
    await save('a', 1, 'waits');
    await pruned('b');
    expect(textsOf(await all(at))).toEqual(['waits']);
  });

  it('never takes out what may wait in another process', async () => {
    await open(0);
    await save('b', 1, 'left');
    const moment = await passes();
    await save('a', 1, 'waits');
    settleAll();
    await elsewhere(moment);
    await pruned('b');
    expect(textsOf(await all(at))).toEqual(['waits']);
  });
});

describe('removing', () => {
  const waits = { kind: 'unavailable', code: 'store.outbox_waiting' };

  it('is refused while messages wait, here or in another process', async () => {
    await open();
    const { outboxes } = boxes.outbox.marks;
    await save('a', 1, 'one');
    const { keptAt } = tickets[0] as Ticket;
    await expect(boxes.remove('a', 1)).rejects.toMatchObject(waits);
    await passes();
    settleAll();
    const heartbeatAt = new Date();
    await outboxes.save('other', { heartbeatAt, confirmedBefore: { [boxes.outbox.name]: keptAt } });
    await expect(boxes.remove('a', 1)).rejects.toMatchObject(waits);
    await outboxes.remove('other', heartbeatAt);
    await boxes.remove('a', 1);
    await expect(boxes.find('a')).resolves.toBeUndefined();
  });

  it('asks the mark of its own process in memory, which is ahead of the one in the store', async () => {
    await open();
    await boxes.outbox.marks.outboxes.save('ours', {
      heartbeatAt: new Date(),
      confirmedBefore: { [boxes.outbox.name]: new Date(0) },
    });
    boxes.outbox.ledger.cover = { relay: 'ours', isValid: () => true, renew: () => Promise.resolve() };
    await save('a', 1, 'one');
    settleAll();
    await passes();
    await expect(boxes.remove('a', 1)).resolves.toBeUndefined();
  });
});

describe('the marks of relays', () => {
  it('are remembered by stream', async () => {
    const { streams } = (await open()).outbox.marks;
    const mark = { created: '2026-03-02T10:00:00.123456789Z', sequence: 7, messageId: 'x' };
    await streams.save('EVT_TEST', { ...mark, sequence: 6 });
    await streams.save('EVT_TEST', mark);
    expect(await streams.load('EVT_TEST')).toEqual(mark);
    expect(await streams.load('EVT_OTHER')).toBeUndefined();
    expect(await streams.names()).toEqual(['EVT_TEST']);
  });

  it('are remembered by relay, and deleted only as they were read', async () => {
    const { outboxes } = (await open()).outbox.marks;
    const mark = { heartbeatAt: new Date(1), confirmedBefore: { boxes: new Date(0) } };
    await outboxes.save('one', { ...mark, heartbeatAt: new Date(0) });
    await outboxes.save('one', mark);
    await outboxes.remove('one', new Date(0));
    expect((await outboxes.all()).get('one')).toEqual(mark);
    await outboxes.remove('one', mark.heartbeatAt);
    expect((await outboxes.all()).has('one')).toBe(false);
  });
});
