import { create } from '@bufbuild/protobuf';
import { eventStream } from '@guildhall/contracts';
import { AppError } from '@guildhall/kernel';
import { fact } from '@guildhall/messaging';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { probeMessage } from './testing/contract.ts';
import type { TestGateway } from './testing/gateway.ts';
import { ask, type House, openHouse } from './testing/house.ts';

let house: House;
let gateway: TestGateway;
let moves = 0;
const open: AbortController[] = [];
const stream = { ...eventStream('probe') };

beforeAll(async () => {
  house = await openHouse();
  await house.bus.jsm.streams.add({ name: stream.name, subjects: [...stream.subjects] });
  gateway = await house.open({ settings: { FEED_HEARTBEAT_MS: '50', FEED_RECHECK_MS: '100', FEED_MAX_CLIENTS: '5' } });
});
afterAll(() => house.close());
beforeEach(() => {
  house.probe['getThing'] = async ({ thingId }: { thingId: string }) => ({ id: thingId, name: 'Lathe' });
});
afterEach(() => open.splice(0).forEach((one) => one.abort()));

/** Says that a thing moved, as its service would. */
const move = (thingId: string, where: string): Promise<void> => say('ThingMoved', { thingId, where }, thingId);

const give = (personId: string, where: string): Promise<void> => say('ThingGiven', { personId, where }, personId);

async function say(name: string, what: Record<string, string>, id: string): Promise<void> {
  const type = probeMessage(name);
  const aggregate = { id, version: ++moves };
  const { subject, data, headers, id: msgID } = fact(type, aggregate, new Date(), create(type, what));
  const { headers: newHeaders } = await import('@nats-io/nats-core');
  const carried = newHeaders();
  for (const [name, value] of Object.entries(headers)) carried.set(name, value);
  await house.bus.js.publish(subject, data, { msgID, headers: carried });
}

type Event = Readonly<{ event: string; id?: string; data?: unknown }>;

type Following = Readonly<{ lastId?: string; token?: string; at?: TestGateway; path?: string }>;

/** Follows a feed until the test is over. */
async function follow(
  thingId: string,
  { lastId, token = 'reader', at = gateway, path = `/api/probe/things/${thingId}/moves` }: Following = {},
) {
  const abort = new AbortController();
  open.push(abort);
  const answer = await fetch(`${at.url}${path}`, {
    headers: { authorization: `Bearer ${token}`, ...(lastId && { 'last-event-id': lastId }) },
    signal: abort.signal,
  });
  const events: Event[] = [];
  const state = { text: '', isOver: false };
  const read = async (): Promise<void> => {
    const decoder = new TextDecoder();
    for await (const chunk of answer.body ?? []) {
      state.text += decoder.decode(chunk as Uint8Array, { stream: true });
      events.splice(0, events.length, ...parse(state.text));
    }
    state.isOver = true;
  };
  read().catch(() => undefined);
  return { answer, events, state, abort };
}

function parse(text: string): Event[] {
  const blocks = text
    .split('\n\n')
    .slice(0, -1)
    .filter((block) => block.includes('event: '));
  return blocks.map((block) => {
    const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
    const id = field('id');
    return { event: field('event') ?? '', ...(id && { id }), data: JSON.parse(field('data') ?? 'null') };
  });
}

const names = (events: readonly Event[]) =>
  events.map(({ event, data }) => [event, (data as { where?: string }).where]);

describe('a feed', () => {
  it('tells first what is so, then what happens to this one thing', async () => {
    const { answer, events } = await follow('t1');
    expect(answer.headers.get('content-type')).toContain('text/event-stream');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    await move('t1', 'hall');
    await move('t2', 'yard');
    await move('t1', 'yard');
    await vi.waitFor(() => expect(events).toHaveLength(3));
    expect(names(events)).toEqual([
      ['snapshot', undefined],
      ['thing-moved', 'hall'],
      ['thing-moved', 'yard'],
    ]);
    expect(events[0]?.data).toMatchObject({ id: 't1', name: 'Lathe' });
    expect(events[1]).toMatchObject({ id: expect.stringMatching(/^\d+-\d+$/), data: { thingId: 't1', where: 'hall' } });
  });

  it('goes on behind the last event seen, without a gap and without a snapshot', async () => {
    const first = await follow('t3');
    await move('t3', 'one');
    await vi.waitFor(() => expect(first.events).toHaveLength(2));
    first.abort.abort();
    await move('t3', 'two');
    await move('other', 'elsewhere');
    await move('t3', 'three');
    const again = await follow('t3', { lastId: first.events[1]?.id ?? '' });
    await move('t3', 'four');
    await vi.waitFor(() => expect(again.events).toHaveLength(3));
    expect(names(again.events)).toEqual([
      ['thing-moved', 'two'],
      ['thing-moved', 'three'],
      ['thing-moved', 'four'],
    ]);
  });

  it('goes on at another gateway', async () => {
    const first = await follow('t4');
    await move('t4', 'one');
    await vi.waitFor(() => expect(first.events).toHaveLength(2));
    await move('t4', 'two');
    const other = await house.open();
    const again = await follow('t4', { lastId: first.events[1]?.id ?? '', at: other });
    await vi.waitFor(() => expect(names(again.events)).toEqual([['thing-moved', 'two']]));
  });

  it('begins with what is so again when the stream was made anew', async () => {
    const again = await follow('t5', { lastId: '1000-1' });
    await vi.waitFor(() => expect(names(again.events)).toEqual([['snapshot', undefined]]));
  });

  it('lives on when the stream is deleted under it', async () => {
    const { events } = await follow('t6');
    await move('t6', 'before');
    await vi.waitFor(() => expect(events).toHaveLength(2));
    await house.bus.jsm.streams.delete(stream.name);
    await house.bus.jsm.streams.add({ name: stream.name, subjects: [...stream.subjects] });
    await vi.waitFor(
      async () => {
        await move('t6', 'after');
        expect(names(events)).toContainEqual(['thing-moved', 'after']);
      },
      { timeout: 10_000, interval: 200 },
    );
  });

  it('is kept awake', async () => {
    const { state } = await follow('t7');
    await vi.waitFor(() => expect(state.text).toContain('\n\n:\n\n'));
  });

  it('ends when the right to see it ends', async () => {
    house.identity.tokens.set('leaver', { personId: 'cleo', permissions: ['probe.read'] });
    const { events, state } = await follow('t8', { token: 'leaver' });
    house.identity.tokens.set('leaver', { personId: 'cleo', permissions: [] });
    await vi.waitFor(() => expect(state.isOver).toBe(true), 3_000);
    expect(events.at(-1)).toMatchObject({ event: 'end' });
  });

  it('is refused to who may not see it', async () => {
    const { status, json } = await ask(`${gateway.url}/api/probe/things/t1/moves`, 'GET', { token: 'member' });
    expect([status, json['code'], json['permission']]).toEqual([403, 'gateway.missing_permission', 'probe.read']);
  });

  it('does not begin when there is no such thing', async () => {
    house.probe['getThing'] = async () => {
      throw new AppError('not-found', 'probe.unknown_thing', 'There is no such thing.');
    };
    const { status, json } = await ask(`${gateway.url}/api/probe/things/nope/moves`, 'GET', { token: 'reader' });
    expect([status, json['code']]).toEqual([404, 'probe.unknown_thing']);
  });

  it('is refused when the house is full, until somebody leaves', async () => {
    const followers = await Promise.all([1, 2, 3, 4, 5].map((seat) => follow(`seat${seat}`)));
    const { status, json } = await ask(`${gateway.url}/api/probe/things/t1/moves`, 'GET', { token: 'reader' });
    expect([status, json['code']]).toEqual([503, 'gateway.too_many_feeds']);
    followers[0]?.abort.abort();
    await vi.waitFor(async () => expect((await follow('t1')).answer.status).toBe(200));
  });

  it('has one reader of the stream for all who follow', async () => {
    await Promise.all([1, 2, 3].map((seat) => follow(`seat${seat}`)));
    const consumers = await house.bus.jsm.consumers.list(stream.name).next();
    // One for each gateway that this file has opened, however many follow.
    expect(consumers.length).toBeLessThanOrEqual(2);
  });

  it('ends when the gateway closes, and invites to come back', async () => {
    const closing = await house.open();
    const { state } = await follow('t9', { at: closing });
    await closing.close();
    await vi.waitFor(() => expect(state.isOver).toBe(true));
    expect(state.text).toMatch(/^retry: \d+$/m);
    expect(state.text).not.toContain('event: end');
  });
});

describe("a person's own feed", () => {
  const path = '/api/probe/me/gifts';

  it('brings what is theirs, whoever else follows the same address', async () => {
    const [ada, bob] = [await follow('', { path, token: 'member' }), await follow('', { path })];
    await give('ada', 'hall');
    await give('bob', 'yard');
    await give('cleo', 'roof');
    await give('ada', 'shed');
    await vi.waitFor(() => expect(names(ada.events)).toHaveLength(2));
    await vi.waitFor(() => expect(names(bob.events)).toHaveLength(1));

    expect(names(ada.events).map(([, where]) => where)).toEqual(['hall', 'shed']);
    expect(names(bob.events).map(([, where]) => where)).toEqual(['yard']);
  });

  it('cannot be turned to another person by the address', async () => {
    const { answer } = await follow('', { path: `${path}?personId=ada` });

    expect(answer.status).toBe(422);
  });

  it('is for nobody who is not signed in', async () => {
    const { answer } = await follow('', { path, token: 'unknown' });

    expect(answer.status).toBe(401);
  });
});
