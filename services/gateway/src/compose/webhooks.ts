import type { DescMethod, DescService, Message } from '@bufbuild/protobuf';
import { servicePrincipal } from '@guildhall/kernel';
import { type Envelope, publish, rpcCaller, sealer } from '@guildhall/messaging';
import type { Process } from '@guildhall/runtime';
import { slackEvents } from '../adapters/http/webhooks/slack-events.ts';
import { slackWebhooks } from '../adapters/http/webhooks/slack.ts';
import { twilioWebhooks } from '../adapters/http/webhooks/twilio.ts';
import type { Webhook } from '../adapters/http/webhooks/webhook.ts';
import { webhookDoor, type Webhooks } from '../adapters/http/webhooks/webhooks.ts';
import { receiptRepository } from '../adapters/mongo/receipt.repository.ts';
import { receiveWebhook } from '../app/webhooks/receive-webhook.ts';
import { tellOnce } from '../app/webhooks/tell-once.ts';
import type { Settings } from '../config.ts';

const realNow = (): number => Date.now();
// Slack waits three seconds for an answer.
const SLACK_TIMEOUT_MS = 2_500;
const SANDBOX_SECRET = 'sandbox';

const isSet = (secret: string | undefined): secret is string => secret !== undefined;

/** The doors of the vendors whose secrets we have. */
export async function webhooksOf(process: Process<Settings>, services: readonly DescService[]): Promise<Webhooks> {
  const { settings, bus, store, clock, log } = process;
  const standIn = settings.SANDBOX ? SANDBOX_SECRET : undefined;
  const authTokens = [settings.TWILIO_AUTH_TOKEN ?? standIn, settings.TWILIO_2_AUTH_TOKEN].filter(isSet);
  const signingSecret = settings.SLACK_SIGNING_SECRET ?? standIn;
  const call = rpcCaller(bus, { timeoutMs: SLACK_TIMEOUT_MS });
  const ask = (method: DescMethod, request: Message): Promise<Message> =>
    call(method, request, {
      principal: servicePrincipal('gateway'),
      client: { ip: '', userAgent: '' },
      deadline: realNow() + SLACK_TIMEOUT_MS,
    });
  const methods = services.flatMap((service) => service.methods);
  const remembering = {
    receipts: await receiptRepository(store),
    realNow,
    report: (error: unknown) => log.warn({ error }, 'receipt'),
  };
  const tell = (envelope: Envelope) => publish(bus, envelope);
  const events = { clock, realNow, sealer: sealer(settings.SEALING_KEY), publish: tell, withinMs: SLACK_TIMEOUT_MS };
  const webhooks: readonly Webhook[] = [
    ...(authTokens.length > 0 ? twilioWebhooks({ authTokens, clock, publish: tell }) : []),
    ...(signingSecret
      ? [
          ...slackWebhooks({ signingSecret, methods, ask, realNow }),
          slackEvents({ ...events, signingSecret, tellOnce: tellOnce(remembering) }),
        ]
      : []),
  ];
  return webhookDoor({ publicUrl: settings.PUBLIC_URL, webhooks, receive: receiveWebhook(remembering) });
}
