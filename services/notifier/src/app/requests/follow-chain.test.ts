import { testClock } from '@guildhall/testing';
import { describe, expect, it } from 'vitest';
import { nine } from '../../domain/testing.ts';
import type { Step } from '../../domain/requests/escalation.ts';
import { beginChain } from './begin-chain.ts';
import { answerByLinkHandler, hearNewsHandler, tickChainHandler } from './follow-chain.ts';
import { forgetSubscriberHandler } from './forget-subscriber.ts';
import { inMemoryChains, inMemoryTopics, smallBook } from './testing.ts';
import { startAudienceHandler } from './start-audience.ts';

const wish = {
  lane: 'emergency',
  category: 'emergency',
  template: 'call',
  variables: { title: 'x' },
  reference: 'f',
} as const;
const preferred = { kind: 'preferred', nth: 0 } as const;
const two: readonly Step[] = [
  { reach: preferred, waitSeconds: 60 },
  { reach: preferred, waitSeconds: 60, readAnswers: true },
];

async function setUp(steps = two) {
  const clock = testClock(nine.toISOString());
  const chains = inMemoryChains();
  const deps = {
    chains,
    clock,
    nudge: () => undefined,
    idOf: () => 'c1',
    links: { read: (token: string) => (token === 'good' ? 'c1' : undefined) },
  };
  await beginChain(deps, { key: 'k', personId: 'ada', steps, wish });
  const [tick, hear, answer] = [tickChainHandler(deps), hearNewsHandler(deps), answerByLinkHandler(deps)];
  const status = () => chains.stored.get('c1')?.status;
  return { clock, chains, deps, tick: () => tick('c1'), hear, answer, status };
}

describe('a chain of questions', () => {
  it('asks each step when its time has come', async () => {
    const { clock, chains, tick, status } = await setUp();
    for (let second = 0; second <= 130; second += 1) {
      await tick();
      await tick();
      clock.advance(1_000);
    }
    expect(chains.asked).toEqual(['c1 0', 'c1 1']);
    expect(status()).toBe('exhausted');
  });

  it('is begun once, however often it is asked for', async () => {
    const { chains, deps } = await setUp();
    await beginChain(deps, { key: 'k', personId: 'ada', steps: two, wish });
    expect(chains.stored.get('c1')?.version).toBe(1);
  });

  it('ends with an answer, told twice', async () => {
    const { tick, hear, status, clock, chains } = await setUp();
    await tick();
    await hear({ chainId: 'c1', step: 0, kind: 'answered' });
    await hear({ chainId: 'c1', step: 0, kind: 'answered' });
    clock.advance(60_000);
    await tick();
    expect(status()).toBe('answered');
    expect(chains.asked).toEqual(['c1 0']);
  });

  it('ends with reading only where the step says so', async () => {
    const { tick, hear, status, clock } = await setUp();
    await tick();
    await hear({ chainId: 'c1', step: 0, kind: 'read' });
    expect(status()).toBe('running');
    clock.advance(60_000);
    await tick();
    await hear({ chainId: 'c1', step: 1, kind: 'read' });
    expect(status()).toBe('answered');
  });

  it('asks the next at once where a message will not arrive', async () => {
    const { tick, hear, chains } = await setUp();
    await tick();
    await hear({ chainId: 'c1', step: 0, kind: 'failed' });
    await tick();
    expect(chains.asked).toEqual(['c1 0', 'c1 1']);
  });

  it('is answered by its link, which looking at does not do', async () => {
    const { answer, status } = await setUp();
    expect(await answer({ token: 'good', isAnswer: false })).toBe(false);
    expect(status()).toBe('running');
    expect(await answer({ token: 'good', isAnswer: true })).toBe(true);
    expect(status()).toBe('answered');
    await expect(answer({ token: 'bad', isAnswer: true })).rejects.toMatchObject({ kind: 'gone' });
  });

  it('is nobody’s any more when the person is erased', async () => {
    const { deps, chains } = await setUp();
    await forgetSubscriberHandler({ ...deps, topics: inMemoryTopics() })('ada');
    expect(chains.stored.get('c1')).toMatchObject({ status: 'cancelled', masked: true, personId: '', steps: [] });
  });

  it('is forgotten thirty days after its end', async () => {
    const { clock, chains, tick, hear } = await setUp();
    await hear({ chainId: 'c1', step: 0, kind: 'answered' });
    clock.advance(30 * 86_400_000);
    await tick();
    expect(chains.stored.get('c1')).toMatchObject({ masked: true });
  });
});

describe('a command for an escalation', () => {
  const command = { ...wish, idempotencyKey: 'k' };
  const handler = async (of: Awaited<ReturnType<typeof setUp>>) =>
    startAudienceHandler({
      ...of.deps,
      book: smallBook,
      nudgeChains: () => undefined,
      requests: { add: async () => true },
      attachments: { put: async () => undefined },
    });

  it.each([
    ['an unknown template', { template: 'none' }, 'notifier.unknown_template'],
    ['a missing variable', { variables: {} }, 'notifier.wrong_variables'],
    ['what is sealed for one message', { sealed: new Uint8Array(1) }, 'notifier.wrong_variables'],
  ])('is a dead letter with %s', async (_what, change, code) => {
    const start = await handler(await setUp());
    const asked = start({ wish: { ...command, ...change }, attachments: [], to: { personId: 'bob', steps: two } });
    await expect(asked).rejects.toMatchObject({ kind: 'invalid', code });
  });
});
