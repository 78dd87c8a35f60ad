import {
  type Priority,
  type Provider,
  ProviderError,
  type Receipt,
  type Turn as ProviderTurn,
} from '@guildhall/providers';
import { context, propagation, ROOT_CONTEXT } from '@opentelemetry/api';
import type { Answer, Letter, Outlets, Posts, Turn } from '../../app/ports.ts';
import type { ListProviders } from '../../app/queries.ts';
import type { Channel, Lane, Message, Order } from '../../domain/message.ts';
import { isUpdatable, isWebhook } from '../../domain/recipient.ts';
import { type Request, requestOf } from './request-of.ts';
import type { WaysOut } from './ways-out.ts';

const priorities: Readonly<Record<Lane, Priority>> = { emergency: 0, transactional: 1, bulk: 2 };

type Addressed = Pick<Order, 'channel' | 'to'>;
type Called = Readonly<{ answer: Answer; receipt?: Receipt }>;

/** Brings each message to the provider of its channel, within the trace that asked for it. */
export const outlets = (ways: WaysOut, posts: Posts): Outlets => {
  const wayOf = ({ channel, to }: Addressed): Provider<never> => {
    if (channel === 'email') return ways.smtp;
    if (channel === 'sms') return ways.twilio;
    if (channel === 'push') return ways.fcm;
    return isWebhook(to) ? ways.slackWebhook : ways.slack;
  };
  return {
    providerOf: (message) => wayOf(message).name,
    waitMs: (message, hasBooked) =>
      wayOf(message).delayMs(message.to, { hasBooked, priority: priorities[message.lane] }),
    turn: async (message, signal): Promise<Turn> => {
      const turn = await wayOf(message).turn(message.to, { priority: priorities[message.lane], signal });
      return { send: (claimed, letter) => bring(turn, claimed, letter, posts), release: turn.release };
    },
  };
};

/** A message that takes another's place in Slack needs to know where that is, and leaves its own place behind. */
async function bring(turn: ProviderTurn<never>, message: Message, letter: Letter, posts: Posts): Promise<Answer> {
  if (!isUpdatable(message)) return (await call(turn, message, requestOf(message, letter))).answer;
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
    const { providerMessageId } = receipt;
    return { answer: { outcome: 'sent', providerMessageId, durationMs: elapsed() }, receipt };
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    const { permanent, attempted, reason, retryAfterSeconds } = error;
    const wait = retryAfterSeconds === undefined ? {} : { retryAfterSeconds };
    return { answer: { outcome: 'failed', permanent, attempted, reason, durationMs: elapsed(), ...wait } };
  }
}

/** What the administrator sees of the ways out. */
export const listProviders = (ways: WaysOut): ListProviders => {
  const listed: readonly (readonly [Channel, Provider<never>])[] = [
    ['email', ways.smtp],
    ['sms', ways.twilio],
    ['slack', ways.slack],
    ['slack', ways.slackWebhook],
    ['push', ways.fcm],
  ];
  return () => listed.map(([channel, way]) => ({ channel, name: way.name, state: way.state() }));
};
