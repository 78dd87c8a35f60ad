import {
  type Mail,
  type Priority,
  type Provider,
  ProviderError,
  type Receipt,
  type SlackMessage,
  type Sms,
  type Turn as ProviderTurn,
} from '@guildhall/providers';
import { context, propagation, ROOT_CONTEXT } from '@opentelemetry/api';
import type { Answer, Content, Outlets, Turn } from '../../app/ports.ts';
import type { ListProviders } from '../../app/queries.ts';
import type { Channel, Lane, Message, Order } from '../../domain/message.ts';
import { isWebhook } from '../../domain/recipient.ts';
import { slackBlocks } from './slack-blocks.ts';
import type { WaysOut } from './ways-out.ts';

const priorities: Readonly<Record<Lane, Priority>> = { emergency: 0, transactional: 1, bulk: 2 };

type Addressed = Pick<Order, 'channel' | 'to'>;

/** Brings each message to the provider of its channel, within the trace that asked for it. */
export const outlets = (ways: WaysOut): Outlets => {
  const wayOf = ({ channel, to }: Addressed): Provider<never> => {
    if (channel === 'email') return ways.smtp;
    if (channel === 'sms') return ways.twilio;
    return isWebhook(to) ? ways.slackWebhook : ways.slack;
  };
  return {
    providerOf: (message) => wayOf(message).name,
    waitMs: (message, hasBooked) => wayOf(message).delayMs(message.to, { hasBooked }),
    turn: async (message, signal): Promise<Turn> => {
      const turn = await wayOf(message).turn(message.to, { priority: priorities[message.lane], signal });
      return { send: (claimed, content) => call(turn, claimed, content), release: turn.release };
    },
  };
};

async function call(turn: ProviderTurn<never>, message: Message, content: Content): Promise<Answer> {
  const trace = propagation.extract(ROOT_CONTEXT, { traceparent: message.traceparent });
  const request = requestOf(message.to, content) as never;
  const begun = performance.now();
  const elapsed = (): number => Math.round(performance.now() - begun);
  try {
    const send = (): Promise<Receipt> => turn.send(request, { idempotencyKey: message.id });
    const { providerMessageId } = await context.with(trace, send);
    return { outcome: 'sent', providerMessageId, durationMs: elapsed() };
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    const { permanent, attempted, reason, retryAfterSeconds } = error;
    const wait = retryAfterSeconds === undefined ? {} : { retryAfterSeconds };
    return { outcome: 'failed', permanent, attempted, reason, durationMs: elapsed(), ...wait };
  }
}

function requestOf(to: string, content: Content): Mail | Sms | SlackMessage {
  switch (content.channel) {
    case 'email':
      return { to, subject: content.subject, html: content.html, text: content.text };
    case 'sms':
      return { to, body: content.text };
    case 'slack':
      return { to, text: content.text, blocks: slackBlocks(content) };
  }
}

/** What the administrator sees of the ways out. */
export const listProviders = (ways: WaysOut): ListProviders => {
  const listed: readonly (readonly [Channel, Provider<never>])[] = [
    ['email', ways.smtp],
    ['sms', ways.twilio],
    ['slack', ways.slack],
    ['slack', ways.slackWebhook],
  ];
  return () => listed.map(([channel, way]) => ({ channel, name: way.name, state: way.state() }));
};
