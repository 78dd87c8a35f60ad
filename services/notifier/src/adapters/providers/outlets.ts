import {
  type Priority,
  type Provider,
  ProviderError,
  type Receipt,
  type Turn as ProviderTurn,
} from '@guildhall/providers';
import { context, propagation, ROOT_CONTEXT } from '@opentelemetry/api';
import type { Answer, Letter, Outlets, Posts, Threads, Turn } from '../../app/ports.ts';
import type { ListProviders } from '../../app/queries.ts';
import { boundTo } from '../../domain/account.ts';
import type { Lane, Message, Order } from '../../domain/message.ts';
import { isThreadable, isUpdatable, isWebhook } from '../../domain/recipient.ts';
import { type Request, requestOf } from './request-of.ts';
import { accountsOf, type WaysOut } from './ways-out.ts';

const priorities: Readonly<Record<Lane, Priority>> = { emergency: 0, transactional: 1, bulk: 2 };

type Addressed = Pick<Order, 'channel' | 'to'>;
type Called = Readonly<{ answer: Answer; receipt?: Receipt }>;

/** Brings each message to the provider of its channel, within the trace that asked for it. */
export const outlets = (ways: WaysOut, posts: Posts, threads: Threads): Outlets => {
  const wayOf = ({ channel, to }: Addressed): Provider<never> => {
    if (channel === 'email') return ways.email;
    if (channel === 'sms') return ways.sms;
    if (channel === 'push') return ways.push;
    return isWebhook(to) ? ways.slackWebhook : ways.slack;
  };
  return {
    providerOf: (message) => wayOf(message).name,
    waitMs: (message, hasBooked) => wayOf(message).delayMs(message.to, { ...waysFor(message), hasBooked }),
    turn: async (message, signal): Promise<Turn> => {
      const turn = await wayOf(message).turn(message.to, { ...waysFor(message), signal });
      return { send: (claimed, letter) => bring({ turn, posts, threads }, claimed, letter), release: turn.release };
    },
  };
};

/** How urgent it is, and the one account that may still be asked if there is only one. */
const waysFor = (message: Pick<Order, 'lane'> & Partial<Pick<Message, 'attempts'>>) => ({
  priority: priorities[message.lane],
  via: boundTo({ attempts: message.attempts ?? [] }),
});

type Bringing = Readonly<{ turn: ProviderTurn<never>; posts: Posts; threads: Threads }>;

const bring = (bringing: Bringing, message: Message, letter: Letter): Promise<Answer> =>
  isUpdatable(message) ? update(bringing, message, letter) : post(bringing, message, letter);

/** The first of its thread in Slack leaves its place behind for the others. */
async function post({ turn, threads }: Bringing, message: Message, letter: Letter): Promise<Answer> {
  const isThreaded = isThreadable(message);
  const thread = isThreaded ? await threads.find(message) : undefined;
  const { answer, receipt } = await call(turn, message, { ...requestOf(message, letter), ...(thread && { thread }) });
  const place = receipt?.place;
  if (isThreaded && !thread && receipt && place) {
    // Lost, the next one begins the thread.
    await threads.begin(message, { place, providerMessageId: receipt.providerMessageId }).catch(() => undefined);
  }
  return answer;
}

/** A message that takes another's place in Slack needs to know where that is, and leaves its own place behind. */
async function update({ turn, posts }: Bringing, message: Message, letter: Letter): Promise<Answer> {
  const instead = await posts.find(message);
  const { answer, receipt } = await call(turn, message, { ...requestOf(message, letter), ...(instead && { instead }) });
  if (receipt?.place && receipt.providerMessageId !== instead?.providerMessageId) {
    // Lost, it costs one more post the next time.
    await posts
      .put(message, { place: receipt.place, providerMessageId: receipt.providerMessageId })
      .catch(() => undefined);
  }
  return answer;
}

async function call(turn: ProviderTurn<never>, message: Message, request: Request): Promise<Called> {
  const trace = propagation.extract(ROOT_CONTEXT, { traceparent: message.traceparent });
  const begun = performance.now();
  const elapsed = (): number => Math.round(performance.now() - begun);
  try {
    const send = (): Promise<Receipt> => turn.send(request as never, { idempotencyKey: message.id });
    const receipt = await context.with(trace, send);
    const { place: _place, ...told } = receipt;
    return { answer: { outcome: 'sent', ...told, durationMs: elapsed() }, receipt };
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    return { answer: { ...failed(error), durationMs: elapsed() } };
  }
}

function failed(error: ProviderError): Omit<Extract<Answer, { outcome: 'failed' }>, 'durationMs'> {
  const { permanent, attempted, reason, retryAfterSeconds, code, unclear, provider, passedOn } = error;
  return {
    outcome: 'failed',
    permanent,
    attempted,
    reason,
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
    ...(code && { code }),
    ...(unclear && { unclear }),
    ...(provider && { provider }),
    ...(passedOn.length > 0 && { passedOn }),
  };
}

/** What the administrator sees of the ways out. */
export const listProviders =
  (ways: WaysOut): ListProviders =>
  () =>
    accountsOf(ways).map(([channel, account]) => ({ channel, name: account.name, state: account.state() }));
