import { AppError } from '@guildhall/kernel';
import { testClock } from '@guildhall/testing';
import { describe, expect, it } from 'vitest';
import { nine } from '../../domain/testing.ts';
import { cancelRequest, LEASE_MS, listIdOf, startRequest } from '../../domain/requests/send-request.ts';
import type { AcceptMessages } from '../accept-messages.ts';
import { messageIdOf } from '../message-id.ts';
import { readSource } from './read-source.ts';
import { runRequestHandler } from './run-request.ts';
import { inMemoryChains, inMemoryLists, inMemoryRequests, inMemoryTopics, oneRole } from './testing.ts';

const wish = { lane: 'bulk', category: 'course', template: 'news', variables: { title: 'x' }, reference: '' } as const;

async function setUp({ count = 0, topic = 0 } = {}) {
  const clock = testClock(nine.toISOString());
  const [requests, lists, chains, topics] = [inMemoryRequests(), inMemoryLists(), inMemoryChains(), inMemoryTopics()];
  const made = new Map<string, number>();
  const state = { waiting: 0, largest: 0, nudged: 0, stopped: 0, fail: undefined as unknown, during: async () => {} };
  const accept: AcceptMessages = async (all) => {
    state.largest = Math.max(state.largest, all.length);
    await state.during();
    if (state.fail) return all.map(() => state.fail);
    for (const { wish: one, target } of all) {
      const to = 'to' in target ? target : { channel: 'email' as const, to: `${target.personId}@x` };
      const id = messageIdOf({ ...one, ...to }, (text) => text);
      made.set(id, (made.get(id) ?? 0) + 1);
    }
    return all.map(() => undefined);
  };
  const addressees = Array.from({ length: count }, (_, index) => ({ channel: 'email' as const, to: `m${index}@x` }));
  await topics.add(
    't',
    Array.from({ length: topic }, (_, index) => `m${String(index).padStart(5, '0')}`),
  );
  const sources = [
    ...(count > 0 ? [{ kind: 'listed' as const, count }] : []),
    ...(topic > 0 ? [{ kind: 'topic' as const, name: 't' }] : []),
  ];
  const reach = { kind: 'preferred', nth: 0 } as const;
  const plan = { wish, reach, sources, hasAttachments: false, fingerprint: 'f' };
  const request = startRequest(plan, { id: 'r1', at: nine, by: 'ada' });
  await lists.put(listIdOf(request), addressees, nine);
  await requests.add(request);
  const deps = {
    requests,
    lists,
    chains,
    accept,
    clock,
    read: readSource({ lists, topics, roles: oneRole }),
    messages: { waiting: async () => state.waiting },
    stop: async () => void (state.stopped += 1),
    nudge: () => void (state.nudged += 1),
    nudgeChains: () => undefined,
    idOf: (text: string) => text,
  };
  const run = runRequestHandler(deps);
  const shown = () => requests.stored.get('r1');
  return { run: () => run('r1'), shown, requests, lists, made, state, clock, deps };
}

describe('the making of an audience’s messages', () => {
  it('takes a page at a time, some pages a turn, until everybody has one', async () => {
    const { run, shown, made, state, lists } = await setUp({ count: 9_100, topic: 700 });

    await run();
    expect(shown()).toMatchObject({ handled: 4_000, status: 'running', dueAt: nine });
    expect(state.nudged).toBe(1);
    await run();
    await run();

    expect(shown()).toMatchObject({ handled: 9_800, found: 700, status: 'done' });
    expect(made.size).toBe(9_800);
    expect(new Set(made.values())).toEqual(new Set([1]));
    expect(state.largest).toBe(500);
    expect(lists.kept.size).toBe(0);
  });

  it('waits while too many of its messages wait at the providers', async () => {
    const { run, shown, made, state, clock } = await setUp({ count: 10 });
    state.waiting = 10_000;
    await run();
    expect(made.size).toBe(0);
    expect(shown()?.dueAt).toEqual(new Date(nine.getTime() + 500));

    state.waiting = 0;
    clock.advance(500);
    await run();
    expect(made.size).toBe(10);
  });

  it('is leased: nobody else works on it until the lease is over, and then goes on where it was', async () => {
    const { run, shown, made, requests, state, clock } = await setUp({ count: 1_200 });
    state.during = async () => {
      if (made.size >= 500) throw new Error('killed');
    };
    await expect(run()).rejects.toThrow('killed');
    const left = shown();
    expect(left).toMatchObject({ handled: 500, position: { after: '1' } });
    // As a killed process leaves it, which could not say that it let go.
    if (left) requests.stored.set('r1', { ...left, dueAt: new Date(nine.getTime() + LEASE_MS) });
    state.during = async () => {};

    await run();
    expect(made.size).toBe(500);
    clock.advance(LEASE_MS);
    await run();

    expect(shown()).toMatchObject({ handled: 1_200, status: 'done' });
    expect(made.size).toBe(1_200);
  });

  it('makes the same messages again where a page was made and not noted', async () => {
    const { run, shown, made, requests } = await setUp({ count: 400 });
    const save = requests.save.bind(requests);
    let isBroken = true;
    requests.save = async (next) => {
      if (isBroken && next.handled > 0) throw new AppError('unavailable', 'store.unavailable', 'Away.');
      await save(next);
    };
    await expect(run()).rejects.toMatchObject({ kind: 'unavailable' });
    isBroken = false;
    const left = shown();
    if (left) requests.stored.set('r1', { ...left, dueAt: nine });
    await run();

    expect(made.size).toBe(400);
    expect(shown()).toMatchObject({ handled: 400, status: 'done' });
  });

  it('counts those who can never be written to, and repeats a page that may yet succeed', async () => {
    const { run, shown, state, clock } = await setUp({ count: 3 });
    state.fail = new AppError('unavailable', 'store.unavailable', 'Away.');
    await expect(run()).rejects.toMatchObject({ kind: 'unavailable' });
    expect(shown()).toMatchObject({ handled: 0, status: 'running' });

    state.fail = new AppError('invalid', 'notifier.bad_recipient', 'No.');
    clock.advance(2_000);
    await run();
    expect(shown()).toMatchObject({ handled: 3, refused: { 'notifier.bad_recipient': 3 }, status: 'done' });
  });

  it('stops what it made when it was cancelled meanwhile', async () => {
    const { run, shown, requests, state } = await setUp({ count: 10 });
    state.during = async () => {
      const running = shown();
      const cancelled = running && cancelRequest(running, nine);
      if (cancelled) await requests.save(cancelled);
    };
    await run();
    expect(state.stopped).toBe(1);
    expect(shown()).toMatchObject({ status: 'cancelling' });
  });

  it('forgets what it said thirty days after its end', async () => {
    const { run, shown, clock } = await setUp({ count: 1 });
    await run();
    clock.advance(30 * 86_400_000);
    await run();
    expect(shown()).toMatchObject({ masked: true, wish: { variables: {} } });
  });
});
