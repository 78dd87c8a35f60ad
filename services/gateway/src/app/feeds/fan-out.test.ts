import { describe, expect, it, vi } from 'vitest';
import { memoryFacts } from '../testing.ts';
import type { FeedFact } from './facts.ts';
import { fanOut } from './fan-out.ts';

const fact = (id: string, match = 'north'): FeedFact => ({ id, name: 'moved', match, json: '{}' });

describe('a fan-out', () => {
  it('reads the stream once for all who follow', async () => {
    const source = memoryFacts();
    const facts = fanOut(source);
    await Promise.all([facts.subscribe('north', () => undefined), facts.subscribe('quay', () => undefined)]);
    expect(source.readers()).toBe(1);
  });

  it('brings each follower the facts with its value only', async () => {
    const source = memoryFacts();
    const facts = fanOut(source);
    const heard: string[] = [];
    await facts.subscribe('north', ({ id }) => heard.push(`north ${id}`));
    await facts.subscribe('quay', ({ id }) => heard.push(`quay ${id}`));
    source.say(fact('1', 'north'));
    source.say(fact('2', 'quay'));
    expect(heard).toEqual(['north 1', 'quay 2']);
  });

  it('is silent to who has left', async () => {
    const source = memoryFacts();
    const facts = fanOut(source);
    const heard: string[] = [];
    const leave = await facts.subscribe('north', ({ id }) => heard.push(id));
    leave();
    source.say(fact('1'));
    expect(heard).toEqual([]);
  });

  it('asks once for all who come back with the same id', async () => {
    const source = memoryFacts();
    const facts = fanOut(source);
    [fact('1'), fact('2'), fact('3', 'quay')].forEach(source.say);
    const missed = await Promise.all([facts.since('1', 'north'), facts.since('1', 'quay')]);
    expect(missed.map((some) => some?.map(({ id }) => id))).toEqual([['2'], ['3']]);
    expect(source.asked()).toBe(1);
  });

  it('tries again after the stream could not be read', async () => {
    const source = memoryFacts();
    let isAway = true;
    const facts = fanOut({
      ...source,
      listen: async (onFact) => (isAway ? Promise.reject(new Error('away')) : source.listen(onFact)),
    });
    await expect(facts.subscribe('north', () => undefined)).rejects.toThrow('away');
    isAway = false;
    await facts.subscribe('north', () => undefined);
    expect(source.readers()).toBe(1);
  });

  it('does not keep anybody waiting for a broker that is away, and goes on opening', async () => {
    vi.useFakeTimers();
    const source = memoryFacts();
    const gate = Promise.withResolvers<void>();
    const facts = fanOut({ ...source, listen: async (onFact) => gate.promise.then(() => source.listen(onFact)) });
    const refused = facts.subscribe('north', () => undefined).catch((error: unknown) => error);
    await vi.advanceTimersByTimeAsync(2_500);
    expect(await refused).toMatchObject({ code: 'gateway.feed_unavailable' });
    vi.useRealTimers();
    gate.resolve();
    await facts.subscribe('north', () => undefined);
    expect(source.readers()).toBe(1);
  });

  it('lets go of the stream at the end', async () => {
    const source = memoryFacts();
    const facts = fanOut(source);
    await facts.subscribe('north', () => undefined);
    await facts.close();
    expect(source.readers()).toBe(0);
  });
});
