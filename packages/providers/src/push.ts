import { Agent, request } from 'undici';
import { googleAccess, type ServiceAccount } from './google-access.ts';
import { guarded, type Surroundings } from './guarded.ts';
import { before, noAnswer, nonsense } from './http-failure.ts';
import type { Provider } from './provider.ts';
import { ProviderError } from './provider-error.ts';
import { pushFailure } from './push-failure.ts';

export type { ServiceAccount } from './google-access.ts';

export type PushMessage = Readonly<{
  /** The registration token of one installed application. */
  to: string;
  title: string;
  body: string;
  /** An address that a tap opens. */
  link?: string;
  isEmergency?: boolean;
}>;

export type PushOptions = Surroundings &
  Readonly<{
    project: string;
    /** Whose key signs in; a token that is there already is used as it is. */
    account: ServiceAccount | Readonly<{ token: string }>;
    state: 'real' | 'sandbox';
    /** Instead of https://fcm.googleapis.com. */
    baseUrl?: string | undefined;
    /** Calls per second, for all devices together. */
    perSecond?: number;
    emergencyPerSecond?: number;
    timeLimitMs?: number;
  }>;

const SCOPE = 'https://www.googleapis.com/auth/firebase.messaging';

/** Notifications to devices by Firebase Cloud Messaging (HTTP v1). */
export function push(options: PushOptions): Provider<PushMessage> {
  const { project, account, state, baseUrl = 'https://fcm.googleapis.com', timeLimitMs = 10_000 } = options;
  const { perSecond = 100, emergencyPerSecond = 1_000, sharing, alert } = options;
  const agent = new Agent({ connect: { timeout: 3_000 }, connections: 32 });
  const accessToken = 'token' in account ? async () => account.token : googleAccess(account, SCOPE, agent);
  const address = `${baseUrl.replace(/\/+$/, '')}/v1/projects/${encodeURIComponent(project)}/messages:send`;

  return guarded<PushMessage>({
    name: 'fcm',
    state,
    sharing,
    alert,
    limits: { concurrency: 16, perSecond, burst: Math.ceil(perSecond) },
    emergencyLimits: { concurrency: 32, perSecond: emergencyPerSecond, burst: Math.ceil(emergencyPerSecond) },
    timeLimitMs,
    failure: (error) => noAnswer('FCM', error),
    close: () => agent.close(),
    call: async (message, { idempotencyKey, signal }) => {
      // Without a token nothing was sent.
      const token = await accessToken().catch((error: unknown) => {
        throw before(error instanceof ProviderError ? error : noAnswer('Google', error));
      });
      const authorization = `Bearer ${token}`;
      const { statusCode, headers, body } = await request(address, {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json' },
        body: JSON.stringify({ message: messageOf(message, idempotencyKey) }),
        signal,
        dispatcher: agent,
      });
      const answer: unknown = await body.json().catch(() => ({}));
      if (statusCode !== 200) throw pushFailure(statusCode, headers['retry-after']?.toString(), answer);
      return { providerMessageId: idOf(answer) };
    },
  });
}

/** Of `projects/<project>/messages/<id>`. */
function idOf(answer: unknown): string {
  const { name } = (answer ?? {}) as Readonly<{ name?: unknown }>;
  const id = typeof name === 'string' ? name.split('/').at(-1) : undefined;
  if (!id || id.length > 200) throw nonsense('FCM');
  return id;
}

const messageOf = ({ to, title, body, link, isEmergency }: PushMessage, id: string) => ({
  token: to,
  notification: { title, body },
  data: { message_id: id, ...(link && { link }) },
  // What comes twice replaces itself on the device.
  android: { priority: isEmergency ? 'HIGH' : 'NORMAL', notification: { tag: id } },
  apns: { headers: { 'apns-priority': isEmergency ? '10' : '5', 'apns-collapse-id': id } },
});
