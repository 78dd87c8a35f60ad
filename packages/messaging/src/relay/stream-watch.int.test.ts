import { eventStream } from '@guildhall/contracts';
import { testBus, uniqueName } from '@guildhall/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Bus } from '../bus/connect.ts';
import { findStream } from '../topology.ts';
import { memoryOutbox } from './memory-outbox.testing.ts';
import { type StreamWatch, watchStream } from './stream-watch.ts';

let bus: Bus;
let stream: ReturnType<typeof eventStream>;
let outbox: ReturnType<typeof memoryOutbox>;

beforeAll(async () => {
  bus = await testBus();
});
beforeEach(() => {
  stream = eventStream(uniqueName('watched'));
  outbox = memoryOutbox();
});
afterAll(() => bus.close());

const open = () => watchStream(bus, stream, outbox.source.marks.streams);
const publish = async (watch: StreamWatch, id: string): Promise<boolean> => {
  const before = watch.sequence();
  const { seq, duplicate } = await bus.js.publish(stream.subjects[0]?.replace('>', 'v1.x.y') ?? '', id, { msgID: id });
  return watch.confirmed({ stream: stream.name, sequence: seq, duplicate: duplicate }, id, before);
};
/** A watch that has seen the stream well, with three messages, and has written its mark. */
const settled = async (): Promise<StreamWatch> => {
  const watch = open();
  await watch.look();
  watch.release();
  for (const id of ['a', 'b', 'c']) await publish(watch, id);
  await watch.save();
  return watch;
};
/** A stream that is made right after its end may have found the messages of its predecessor: not what is meant here. */
const remake = async (): Promise<void> => {
  let last: number;
  do {
    await bus.jsm.streams.delete(stream.name);
    const made = await bus.jsm.streams.add({ name: stream.name, subjects: [...stream.subjects] });
    last = made.state.last_seq;
  } while (last > 0);
};

describe('watching a stream', () => {
  it('makes the stream where it is missing, and takes it for one that lost everything', async () => {
    await expect(open().look()).resolves.toBe(true);
    expect(await findStream(bus, stream.name)).toBeDefined();
  });

  it('finds it well the next time, also when nothing was published', async () => {
    const watch = open();
    await watch.look();
    watch.hold();
    watch.release();
    await watch.save();
    await expect(watch.look()).resolves.toBe(false);
    await expect(open().look()).resolves.toBe(false);
  });

  it('finds it well after a restart when nothing was lost', async () => {
    await settled();
    await expect(open().look()).resolves.toBe(false);
    expect(outbox.marks.get(stream.name)).toMatchObject({ sequence: 3, messageId: 'c' });
  });

  it('notices that it was made anew', async () => {
    await settled();
    await remake();
    await expect(open().look()).resolves.toBe(true);
  });

  it('notices that it lost its end', async () => {
    await settled();
    outbox.marks.set(stream.name, { ...outbox.marks.get(stream.name)!, sequence: 4 });
    await expect(open().look()).resolves.toBe(true);
  });

  it('notices that it lost its end when others have published since', async () => {
    await settled();
    outbox.marks.set(stream.name, { ...outbox.marks.get(stream.name)!, messageId: 'what was there' });
    await expect(open().look()).resolves.toBe(true);
  });

  it('does not mind that old messages have reached their age', async () => {
    await settled();
    await bus.jsm.streams.purge(stream.name);
    await expect(open().look()).resolves.toBe(false);
  });

  it('notices by a sequence that it was made anew between two messages', async () => {
    const watch = await settled();
    await remake();
    await expect(publish(watch, 'd')).resolves.toBe(true);
  });

  it('does not take a repeat for a loss', async () => {
    const watch = await settled();
    await expect(publish(watch, 'a')).resolves.toBe(false);
  });

  it('leaves its mark where it was until a replay is done', async () => {
    const watch = await settled();
    watch.hold();
    await publish(watch, 'd');
    await watch.save();
    expect(outbox.marks.get(stream.name)).toMatchObject({ sequence: 3 });
    watch.release();
    await watch.save();
    expect(outbox.marks.get(stream.name)).toMatchObject({ sequence: 4 });
  });
});
