import { type Provider, ProviderError, type Receipt, type SendOptions, type TurnOptions } from '@guildhall/providers';
import { context, propagation, type TextMapPropagator } from '@opentelemetry/api';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Content, Letter, Post, Posts, Threads } from '../../app/ports.ts';
import type { Message } from '../../domain/message.ts';
import { aMessage, nine } from '../../domain/testing.ts';
import { outlets } from './outlets.ts';
import type { WaysOut } from './ways-out.ts';

type Sent = { name: string; request: unknown; options: SendOptions; turn: TurnOptions | undefined };

/** A provider that notes what it is asked to send. */
const way = (
  name: string,
  sent: Sent[],
  answer: () => Promise<Receipt> = async () => ({ providerMessageId: 'p1' }),
): Provider<never> => ({
  name,
  state: () => 'sandbox',
  restMs: () => 0,
  delayMs: (_to, options) => (options?.hasBooked ? 1 : 2),
  turn: async (_to, turn) => ({
    send: async (request, options) => {
      sent.push({ name, request, options, turn });
      return answer();
    },
    release: () => undefined,
  }),
  send: () => Promise.reject(new Error('not used here')),
  close: () => Promise.resolve(),
});

const inMemoryPosts = () => {
  const kept = new Map<string, Post>();
  const posts: Posts = {
    find: async ({ to, updateKey }) => kept.get(`${to} ${updateKey}`),
    put: async ({ to, updateKey }, post) => void kept.set(`${to} ${updateKey}`, post),
  };
  return { ...posts, kept };
};

const inMemoryThreads = () => {
  const kept = new Map<string, Post>();
  const threads: Threads = {
    find: async ({ to, threadKey }) => kept.get(`${to} ${threadKey}`),
    begin: async ({ to, threadKey }, post) => void kept.set(`${to} ${threadKey}`, post),
  };
  return { ...threads, kept };
};

const scenario = (answer?: () => Promise<Receipt>) => {
  const sent: Sent[] = [];
  const ways = {
    email: way('smtp', sent, answer),
    sms: way('twilio', sent, answer),
    slack: way('slack', sent, answer),
    slackWebhook: way('slack-webhook', sent, answer),
    push: way('fcm', sent, answer),
  } as unknown as WaysOut;
  const [posts, threads] = [inMemoryPosts(), inMemoryThreads()];
  return { sent, posts, threads, out: outlets(ways, posts, threads) };
};

const letter = (content: Content): Letter => ({ content, attachments: [] });
const never = new AbortController().signal;
const slackText = letter({ channel: 'slack', text: 'Ada signed in' });

afterEach(() => propagation.disable());

describe('the outlets', () => {
  it('bring each channel to its provider, and webhooks to theirs', () => {
    const { out } = scenario();

    expect(out.providerOf({ channel: 'email', to: 'ada@example.org' })).toBe('smtp');
    expect(out.providerOf({ channel: 'sms', to: '+447700900123' })).toBe('twilio');
    expect(out.providerOf({ channel: 'push', to: 'token' })).toBe('fcm');
    expect(out.providerOf({ channel: 'slack', to: '#building' })).toBe('slack');
    expect(out.providerOf({ channel: 'slack', to: 'https://hooks.slack.com/x' })).toBe('slack-webhook');
  });

  it('send what was rendered under the message’s own id', async () => {
    const { out, sent } = scenario();
    const message = aMessage({ channel: 'email', to: 'ada@example.org' });
    const turn = await out.turn(message, never);

    const answer = await turn.send(message, letter({ channel: 'email', subject: 'S', html: 'H', text: 'T' }));

    expect(answer).toMatchObject({ outcome: 'sent', providerMessageId: 'p1' });
    expect(sent).toMatchObject([
      {
        name: 'smtp',
        request: { to: 'ada@example.org', subject: 'S', html: 'H', text: 'T' },
        options: { idempotencyKey: 'm1' },
      },
    ]);
  });

  it('let an emergency pass by what is ordinary, and that by bulk', async () => {
    const { out, sent } = scenario();
    for (const lane of ['bulk', 'emergency', 'transactional'] as const) {
      const turn = await out.turn(aMessage({ lane }), never);
      await turn.send(aMessage({ lane }), slackText);
    }

    expect(sent.map(({ turn }) => turn?.priority)).toEqual([2, 0, 1]);
  });

  it('turn a provider’s failure into an answer', async () => {
    const failure = new ProviderError('Slack asked us to slow down (429).', { permanent: false, retryAfterSeconds: 3 });
    const { out } = scenario(() => Promise.reject(failure));
    const turn = await out.turn(aMessage(), never);

    expect(await turn.send(aMessage(), slackText)).toMatchObject({
      outcome: 'failed',
      permanent: false,
      attempted: true,
      retryAfterSeconds: 3,
      reason: 'Slack asked us to slow down (429).',
    });
  });

  it('call the provider within the trace that asked for the message', async () => {
    const extract = vi.fn<TextMapPropagator['extract']>(() => context.active());
    propagation.setGlobalPropagator({ extract, inject: () => undefined, fields: () => [] });
    const { out } = scenario();
    const message = aMessage({ traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' });

    await (await out.turn(message, never)).send(message, slackText);

    expect(extract.mock.calls[0]?.[1]).toEqual({ traceparent: message.traceparent });
  });

  it('ask for room with and without a booked place', () => {
    const { out } = scenario();

    expect([out.waitMs(aMessage(), false), out.waitMs(aMessage(), true)]).toEqual([2, 1]);
  });
});

describe('a Slack message with an update key', () => {
  const update = aMessage({ to: '#building', updateKey: 'north' });
  const posted = { providerMessageId: '1700000000.000100', place: 'C1' };

  it('leaves its place behind for the next, which takes it', async () => {
    const { out, sent, posts } = scenario(async () => posted);

    await (await out.turn(update, never)).send(update, slackText);
    await (await out.turn(update, never)).send(update, slackText);

    expect(posts.kept.size).toBe(1);
    expect(sent.map(({ request }) => request)).toEqual([
      expect.not.objectContaining({ instead: expect.anything() as unknown }),
      expect.objectContaining({ instead: posted }),
    ]);
  });
});

describe('a Slack message with a thread key', () => {
  const asked = aMessage({ to: '#building', threadKey: 'case 7' });
  const posted = { providerMessageId: '1700000000.000100', place: 'C1' };
  const sending = async (out: ReturnType<typeof scenario>['out'], message = asked) =>
    (await out.turn(message, never)).send(message, slackText);

  it('begins a thread, in which the next ones are', async () => {
    const { out, sent, threads } = scenario(async () => posted);

    await sending(out);
    await sending(out);

    expect(threads.kept.size).toBe(1);
    expect(sent.map(({ request }) => request)).toEqual([
      expect.not.objectContaining({ thread: expect.anything() as unknown }),
      expect.objectContaining({ thread: posted }),
    ]);
  });

  it('is a message like any other at a webhook, which has no threads', async () => {
    const { out, threads } = scenario(async () => posted);

    await sending(out, aMessage({ threadKey: 'case 7' }));

    expect(threads.kept.size).toBe(0);
  });
});

describe('a message that an account may have already', () => {
  const unclear: Message = {
    ...aMessage({ channel: 'email', to: 'ada@example.org' }),
    attempts: [{ at: nine, provider: 'graph', outcome: 'failed', durationMs: 5, unclear: true }],
  };

  it('goes by that account only', async () => {
    const { out, sent } = scenario();

    await (
      await out.turn(unclear, never)
    ).send(unclear, letter({ channel: 'email', subject: 'S', html: 'H', text: 'T' }));

    expect(sent).toMatchObject([{ turn: { via: 'graph' } }]);
  });

  it('is told apart from others in the answer, with those who were asked before', async () => {
    const passedOn = [{ provider: 'smtp', reason: 'The mail server could not be reached.', durationMs: 3 }];
    const failure = new ProviderError('No answer.', { permanent: false, outage: true, unclear: true });
    const { out } = scenario(() => Promise.reject(Object.assign(failure, { provider: 'graph', passedOn })));

    const answer = await (await out.turn(aMessage(), never)).send(aMessage(), slackText);

    expect(answer).toMatchObject({ outcome: 'failed', unclear: true, provider: 'graph', passedOn });
  });
});
