import { type Envelope, newId, type Waiting } from '@guildhall/messaging';
import { testStore } from '@guildhall/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { aggregates, type Aggregates, type Store } from './index.ts';

type Box = Readonly<{ content: string }>;

let store: Store;
let boxes: Aggregates<Box>;
let collections = 0;

beforeAll(async () => {
  store = await testStore();
});
afterAll(() => store.close());

const open = async (windowMs?: number): Promise<Aggregates<Box>> => {
  const name = `boxes${++collections}`;
  boxes = aggregates<Box>({ store, collection: name, ...(windowMs === undefined ? {} : { windowMs }) });
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
const pending = () => boxes.outbox.pending(later(), 100);
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
    const [entry] = await pending();
    expect(entry).toMatchObject({ source: boxes.outbox.name, owner: 'a', version: 1, from: 1 });
    expect(entry?.messages).toEqual([said]);
  });

  it('has what waits, the oldest first, and only what is old enough', async () => {
    await open();
    const before = new Date();
    for (const id of ['c', 'a', 'b']) await save(id, 1, id);
    await save('quiet', 1);
    expect((await pending()).map(({ owner }) => owner)).toEqual(['c', 'a', 'b']);
    expect(await boxes.outbox.pending(before, 100)).toEqual([]);
    expect(await boxes.outbox.depth()).toBe(3);
    expect((await boxes.outbox.oldest())?.getTime()).toBeGreaterThanOrEqual(before.getTime());
  });

  it('is empty of what was confirmed, and still keeps it for a replay', async () => {
    await open();
    await save('a', 1, 'one', 'two');
    await boxes.outbox.confirmed(await pending());
    expect(await pending()).toEqual([]);
    expect(await boxes.outbox.oldest()).toBeUndefined();
    expect(textsOf(await all(at))).toEqual(['one', 'two']);
  });

  it('does not take a confirmed save for the one that follows it', async () => {
    await open();
    await save('a', 1, 'one');
    const first = await pending();
    await save('a', 2, 'two');
    await boxes.outbox.confirmed(first);
    expect(textsOf(await pending())).toEqual(['one', 'two']);
  });

  it('does not forget what another process has yet to bring out', async () => {
    await open();
    await save('a', 1, 'of another process');
    await save('a', 2, 'ours');
    await boxes.outbox.confirmed([{ owner: 'a', version: 2, from: 2 }]);
    expect(textsOf(await pending())).toEqual(['of another process', 'ours']);
  });

  it('clears several saves at once when all of them are confirmed', async () => {
    await open();
    await save('a', 1, 'one');
    await save('a', 2, 'two');
    await boxes.outbox.confirmed([{ owner: 'a', version: 2, from: 1 }]);
    expect(await pending()).toEqual([]);
  });

  it('gives after a partial clearing only what waits since', async () => {
    await open();
    await save('a', 1, 'one');
    await boxes.outbox.confirmed(await pending());
    await save('a', 2, 'two');
    expect(textsOf(await pending())).toEqual(['two']);
    expect(textsOf(await all(at))).toEqual(['one', 'two']);
  });

  it('replays by pages of any number', async () => {
    await open();
    await Promise.all(Array.from({ length: 1_100 }, (_, n) => save(`b${n}`, 1, `m${n}`)));
    expect(new Set(textsOf(await all(at))).size).toBe(1_100);
    expect(await all(later())).toEqual([]);
  });
});

describe('pruning', () => {
  it('takes out what is past the window, when nothing waits and the aggregate is read', async () => {
    await open(0);
    await save('a', 1, 'one');
    await boxes.outbox.confirmed(await pending());
    await vi.waitFor(
      async () => {
        await boxes.find('a');
        expect((await boxes.model.findById('a').lean())?.outbox).toEqual([]);
      },
      { timeout: 4_000, interval: 100 },
    );
  });

  it('never takes out what waits', async () => {
    await open(0);
    await save('a', 1, 'waits');
    await save('b', 1, 'left');
    await boxes.outbox.confirmed((await pending()).filter(({ owner }) => owner === 'b'));
    await vi.waitFor(
      async () => {
        await boxes.findMany(['a', 'b']);
        expect((await boxes.model.findById('b').lean())?.outbox).toEqual([]);
      },
      { timeout: 4_000, interval: 100 },
    );
    expect(textsOf(await pending())).toEqual(['waits']);
  });
});

describe('stream marks', () => {
  it('are remembered by stream', async () => {
    const { marks } = (await open()).outbox;
    const mark = { created: '2026-03-02T10:00:00.123456789Z', sequence: 7, messageId: 'x' };
    await marks.save('EVT_TEST', { ...mark, sequence: 6 });
    await marks.save('EVT_TEST', mark);
    expect(await marks.load('EVT_TEST')).toEqual(mark);
    expect(await marks.load('EVT_OTHER')).toBeUndefined();
    expect(await marks.streams()).toEqual(['EVT_TEST']);
  });
});
