import { SlackEventReceivedSchema } from '@guildhall/contracts/gateway/v1/events';
import { AppError, type Clock } from '@guildhall/kernel';
import { type Envelope, fact, type Sealer } from '@guildhall/messaging';
import type { TellOnce } from '../../../app/webhooks/tell-once.ts';
import { type Answer, jsonAnswer, noStore } from '../answer.ts';
import { readEvent } from './slack-event.ts';
import { checkSlack } from './slack-signature.ts';
import { malformedWebhook, objectOf, type Webhook } from './webhook.ts';

type Deps = Readonly<{
  signingSecret: string;
  clock: Clock;
  realNow: () => number;
  sealer: Sealer;
  publish: (envelope: Envelope) => Promise<void>;
  tellOnce: TellOnce;
  /** After so long Slack is asked to come again. */
  withinMs: number;
}>;

// Slack wants to see it once, when it is told this address.
const LONGEST_CHALLENGE = 1_000;
const noted: Answer = { status: 200, headers: noStore, body: undefined };

/** What happens in the workspace, told to whoever follows the gateway's facts. */
export function slackEvents(deps: Deps): Webhook {
  return {
    path: 'slack/events',
    check: (call) => checkSlack(call, deps.signingSecret, deps.realNow()),
    read: (call) => {
      const told = objectOf(call.body);
      const type = 'type' in told ? told.type : undefined;
      if (type === 'url_verification') return echo(told);
      // That it keeps events back is nothing that we could change.
      if (type === 'app_rate_limited') return noted;
      if (type !== 'event_callback') throw malformedWebhook('a type that is one of theirs');
      const { id, envelope } = heard(told, deps);
      return () => passOn(id, envelope, deps);
    },
  };
}

function echo(told: object): Answer {
  const challenge = 'challenge' in told ? told.challenge : undefined;
  if (typeof challenge !== 'string' || challenge.length > LONGEST_CHALLENGE) throw malformedWebhook('a challenge');
  return jsonAnswer(200, { challenge });
}

/** Slack's own id names it: what Slack tells again is the same message. */
function heard(told: object, { sealer, clock }: Deps): { id: string; envelope: Envelope } {
  const now = clock.now();
  const event = readEvent(told, sealer, now);
  const about = event.userId || event.channelId || event.teamId;
  const envelope = fact(SlackEventReceivedSchema, { id: about, version: 0 }, now, event);
  return { id: `slack ${event.eventId}`, envelope: { ...envelope, id: event.eventId } };
}

async function passOn(id: string, envelope: Envelope, { tellOnce, publish, withinMs }: Deps): Promise<Answer> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => {
    reject(new AppError('unavailable', 'messaging.not_published', 'The message could not be passed on in time.'));
  }, withinMs);
  try {
    await Promise.race([tellOnce(id, () => publish(envelope)), late]);
    return noted;
  } finally {
    clearTimeout(timer);
  }
}
