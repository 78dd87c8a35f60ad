import { Agent, type Dispatcher, request } from 'undici';
import { graphFailure, tooLarge } from './graph-failure.ts';
import { graphMessage } from './graph-message.ts';
import { guarded, type Surroundings } from './guarded.ts';
import { noAnswer, nonsense } from './http-failure.ts';
import type { Mail } from './mail.ts';
import { microsoftAccess, type MicrosoftApp } from './microsoft-access.ts';
import type { Provider, Receipt } from './provider.ts';

export type GraphMailOptions = Surroundings &
  MicrosoftApp &
  Readonly<{
    /** What the account is called; graph when absent. */
    name?: string;
    /** The mailbox that sends: its address or its user's id. */
    sender: string;
    state: 'real' | 'sandbox';
    /** Instead of https://login.microsoftonline.com. */
    loginUrl?: string | undefined;
    /** Instead of https://graph.microsoft.com/v1.0. */
    graphUrl?: string | undefined;
    /** Mails per minute that the mailbox may send (Exchange Online: 30). */
    perMinute?: number;
    timeLimitMs?: number;
  }>;

const SCOPE = 'https://graph.microsoft.com/.default';
/** What Graph takes in one request. */
const MOST_BYTES = 4_000_000;
/** Calls at once that Graph allows one app for one mailbox. */
const CONCURRENCY = 4;

/** Mail by Microsoft Graph's `sendMail`, in the name of an app. Graph knows no idempotency: it is asked once. */
export function graphMail(options: GraphMailOptions): Provider<Mail> {
  const { name = 'graph', sender, state, perMinute = 30, timeLimitMs = 10_000, sharing, alert } = options;
  const { loginUrl = 'https://login.microsoftonline.com', graphUrl = 'https://graph.microsoft.com/v1.0' } = options;
  const agent = new Agent({ connect: { timeout: 3_000 }, connections: 2 * CONCURRENCY });
  const access = microsoftAccess(options, trimmed(loginUrl), SCOPE, agent);
  const address = `${trimmed(graphUrl)}/users/${encodeURIComponent(sender)}/sendMail`;
  // What may come at once is a part of the minute, so that no minute has more.
  const burst = Math.max(1, Math.floor(perMinute / 5));
  const limits = { concurrency: CONCURRENCY, perSecond: Math.max(perMinute - burst, 1) / 60, burst };

  return guarded<Mail>({
    name,
    state,
    sharing,
    alert,
    limits,
    timeLimitMs,
    failure: (error) => noAnswer('Microsoft Graph', error),
    close: () => agent.close(),
    call: async (mail, { idempotencyKey, signal }) => {
      const body = JSON.stringify(graphMessage(mail, idempotencyKey));
      if (Buffer.byteLength(body) > MOST_BYTES) throw tooLarge('4 MB');
      const token = await access.get();
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const answer = await request(address, { method: 'POST', headers, body, signal, dispatcher: agent });
      if (answer.statusCode === 401) access.drop();
      return receiptOf(answer);
    },
  });
}

async function receiptOf({ statusCode, headers, body }: Dispatcher.ResponseData): Promise<Receipt> {
  if (statusCode === 202) {
    await body.dump();
    return { providerMessageId: headers['request-id']?.toString().slice(0, 100) ?? '' };
  }
  const said: unknown = await body.json().catch(() => ({}));
  // A yes that is not Graph's yes.
  if (statusCode < 300) throw nonsense('Microsoft Graph');
  throw graphFailure(statusCode, headers['retry-after']?.toString(), said);
}

const trimmed = (url: string): string => url.replace(/\/+$/, '');
