import { eventStream } from '@guildhall/contracts';
import { SiteChangedSchema } from '@guildhall/contracts/register/v1/events';
import { headers } from '@nats-io/nats-core';
import { testNats, type TestNats } from '@guildhall/testing';
import { encodeTime } from 'ulid';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Bus, connectBus, fact, type Feed, feed, type FeedMessage, newId } from '../index.ts';
import { ensureStream } from '../topology.ts';

const at = new Date('2026-03-02T10:00:00Z');
const stream = eventStream('register');
const subjects = ['evt.register.v1.site-changed.*'];
const quick = { timeout: 10_000, interval: 20 };

let nats: TestNats;
let bus: Bus;
const feeds: Feed[] = [];

beforeEach(async () => {
  nats = await testNats();
  bus = await connectBus({ servers: nats.url, name: 'gateway' });
  await ensureStream(bus, stream);
});
afterEach(async () => {
  await Promise.all(feeds.splice(0).map((one) => one.close()));
  await bus.close();
  await nats.close();
});

const publish = async (id: string, version = 1, messageId = newId()): Promise<string> => {
  const { subject, data, headers: own } = fact(SiteChangedSchema, { id, version }, at, { siteId: id });
  const all = headers();
  for (const [name, value] of Object.entries(own)) all.set(name, value);
  await bus.js.publish(subject, data, { headers: all, msgID: messageId });
  return messageId;
};
const idOf = ({ subject }: FeedMessage): string => subject.slice(subject.lastIndexOf('.') + 1);
const listen = async (from?: string) => {
  const seen: FeedMessage[] = [];
  const one = await feed(bus, { stream, subjects, from, onMessage: (message) => seen.push(message) });
  feeds.push(one);
  return seen;
};
const sees = (seen: readonly FeedMessage[], ids: readonly string[]) =>
  vi.waitFor(() => expect(seen.map(idOf)).toEqual(ids), quick);
const connected = () => vi.waitFor(() => expect(bus.isConnected()).toBe(true), quick);

describe('a feed', () => {
  it('brings what comes from now on, in order, with version and a place to come back to', async () => {
    await publish('before');
    const seen = await listen();
    await publish('one', 3);
    await publish('two', 4);
    await sees(seen, ['one', 'two']);
    const created = Date.parse((await bus.jsm.streams.info(stream.name)).created);
    expect(seen.map(({ id, version }) => [id, version])).toEqual([
      [`${created}-2`, 3],
      [`${created}-3`, 4],
    ]);
  });

  it('leaves out what it was not asked for', async () => {
    const seen = await listen();
    await bus.js.publish('evt.register.v1.visit-opened.x', 'x');
    await publish('site');
    await sees(seen, ['site']);
  });

  it('goes on behind the last id a reader has seen', async () => {
    const first = await listen();
    await publish('one');
    await publish('two');
    await sees(first, ['one', 'two']);
    const resumed = await listen(first[0]?.id);
    await publish('three');
    await sees(resumed, ['two', 'three']);
  });

  it('takes an id that is none of ours as "from now on"', async () => {
    await publish('before');
    const seen = await listen('rubbish');
    await publish('after');
    await sees(seen, ['after']);
  });

  it('misses nothing and repeats nothing when its stream is deleted and made anew', async () => {
    const seen = await listen();
    const kept = await publish('kept');
    await sees(seen, ['kept']);
    await bus.jsm.streams.delete(stream.name);
    await ensureStream(bus, stream);
    await publish('kept', 1, kept);
    await publish('fresh');
    await sees(seen, ['kept', 'fresh']);
  });

  it('leaves out what a rebuilt stream brings from before its time', async () => {
    const seen = await listen();
    const yesterday = `${encodeTime(Date.now() - 86_400_000, 10)}${newId().slice(10)}`;
    await bus.jsm.streams.delete(stream.name);
    await ensureStream(bus, stream);
    await publish('yesterday', 1, yesterday);
    await publish('now');
    await sees(seen, ['now']);
  });

  it('resumes in a stream that was made anew since the reader left', async () => {
    const first = await listen();
    const messageId = await publish('one');
    await sees(first, ['one']);
    await bus.jsm.streams.delete(stream.name);
    await ensureStream(bus, stream);
    await publish('one', 1, messageId);
    await publish('missed');
    const resumed = await listen(first[0]?.id);
    await vi.waitFor(() => expect(resumed.map(idOf)).toContain('missed'), quick);
  });

  it('goes on after the broker was killed', async () => {
    const seen = await listen();
    await publish('one');
    await sees(seen, ['one']);
    await nats.kill();
    await nats.restart();
    await connected();
    await publish('two');
    await sees(seen, ['one', 'two']);
  });

  it('goes on after the broker lost its files', async () => {
    const seen = await listen();
    const messageId = await publish('one');
    await sees(seen, ['one']);
    await nats.kill();
    nats.deleteFiles();
    await nats.restart();
    await connected();
    await ensureStream(bus, stream);
    await publish('one', 1, messageId);
    await publish('two');
    await sees(seen, ['one', 'two']);
  });

  it('says nothing after it was closed', async () => {
    const seen = await listen();
    await publish('one');
    await sees(seen, ['one']);
    await feeds.pop()?.close();
    const other = await listen();
    await publish('two');
    await sees(other, ['two']);
    expect(seen.map(idOf)).toEqual(['one']);
  });
});
