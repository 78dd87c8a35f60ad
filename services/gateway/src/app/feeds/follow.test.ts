import { describe, expect, it } from 'vitest';
import { memoryFacts } from '../testing.ts';
import type { FeedFact } from './facts.ts';
import { fanOut } from './fan-out.ts';
import { follow } from './follow.ts';

const fact = (id: string, match = 'north'): FeedFact => ({ id, name: 'moved', match, json: '{}' });

function setUp(lastId?: string, snapshot: (() => Promise<string>) | undefined = async () => 'now', isGuarded = false) {
  const source = memoryFacts();
  const sent: string[] = [];
  const start = () =>
    follow({
      facts: fanOut(source),
      match: 'north',
      lastId,
      snapshot,
      isGuarded,
      sendSnapshot: (json) => sent.push(`snapshot ${json}`),
      send: ({ id }) => sent.push(id),
    });
  return { source, sent, start };
}

describe('who follows a feed', () => {
  it('is told first what is so, then what happens', async () => {
    const { source, sent, start } = setUp();
    await start();
    source.say(fact('1'));
    expect(sent).toEqual(['snapshot now', '1']);
  });

  it('misses nothing that happens while the snapshot is on its way', async () => {
    const gate = Promise.withResolvers<string>();
    const asked = Promise.withResolvers<void>();
    const { source, sent, start } = setUp(undefined, async () => {
      asked.resolve();
      return gate.promise;
    });
    const started = start();
    await asked.promise;
    source.say(fact('1'));
    gate.resolve('now');
    await started;
    expect(sent).toEqual(['snapshot now', '1']);
  });

  it('is given what it missed instead of a snapshot when it comes back', async () => {
    const { source, sent, start } = setUp('1');
    [fact('1'), fact('2'), fact('3', 'quay'), fact('4')].forEach(source.say);
    await start();
    source.say(fact('5'));
    expect(sent).toEqual(['2', '4', '5']);
  });

  it('is refused, also without a gap, where the snapshot is refused and guards the feed', async () => {
    const refused = async () => Promise.reject(new Error('not theirs'));
    const { source, sent, start } = setUp('1', refused, true);
    [fact('1'), fact('2')].forEach(source.say);
    await expect(start()).rejects.toThrow('not theirs');
    source.say(fact('3'));
    expect(sent).toEqual([]);
  });

  it('is given what it missed, and no snapshot, where the snapshot guards the feed and is given', async () => {
    const { source, sent, start } = setUp('1', undefined, true);
    [fact('1'), fact('2')].forEach(source.say);
    await start();
    expect(sent).toEqual(['2']);
  });

  it('is told what is so again when nobody knows what it missed', async () => {
    const { sent, start } = setUp('of another stream');
    await start();
    expect(sent).toEqual(['snapshot now']);
  });

  it('is sent nothing twice that came while its past was read', async () => {
    const { source, sent } = setUp('1');
    source.say(fact('1'));
    const facts = fanOut(source);
    await follow({
      facts: {
        ...facts,
        since: async (id, match) => {
          source.say(fact('2'));
          return facts.since(id, match);
        },
      },
      match: 'north',
      lastId: '1',
      snapshot: undefined,
      isGuarded: false,
      sendSnapshot: () => undefined,
      send: ({ id }) => sent.push(id),
    });
    expect(sent).toEqual(['2']);
  });

  it('leaves no trace when the snapshot is refused', async () => {
    const { source, sent, start } = setUp(undefined, async () => Promise.reject(new Error('no such site')));
    await expect(start()).rejects.toThrow('no such site');
    source.say(fact('1'));
    expect(sent).toEqual([]);
  });

  it('hears no more after it has gone', async () => {
    const { source, sent, start } = setUp();
    const leave = await start();
    leave();
    source.say(fact('1'));
    expect(sent).toEqual(['snapshot now']);
  });
});
