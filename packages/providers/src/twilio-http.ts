import twilio from 'twilio';
import { Agent, request } from 'undici';
import { accountRefused, httpFailure, noAnswer } from './http-failure.ts';

type RequestOptions = Parameters<InstanceType<typeof twilio.RequestClient>['request']>[0];
// The SDK asks for a body of whatever type it expects of its call.
type Answer = Awaited<ReturnType<InstanceType<typeof twilio.RequestClient>['request']>> & { body: never };

/** Refusals that are about our number or account and not about the message, whatever their HTTP status. */
const OUR_ACCOUNT = new Set(['20003', '20005', '21212', '21603', '21606', '21659', '21660', '21661']);

const TWILIO_ORIGIN = /^https:\/\/api\.twilio\.com/;

/** Twilio's SDK over our own HTTP: another base address, time limits, no redirects, and `Retry-After` kept. */
export class TwilioHttp extends twilio.RequestClient {
  private readonly agent: Agent;
  private readonly baseUrl: string | undefined;

  constructor(baseUrl: string | undefined, timeLimitMs: number) {
    super();
    this.baseUrl = baseUrl?.replace(/\/+$/, '');
    this.agent = new Agent({
      connect: { timeout: 3_000 },
      headersTimeout: timeLimitMs,
      bodyTimeout: timeLimitMs,
      connections: 16,
    });
  }

  override async request(options: RequestOptions): Promise<Answer> {
    const { statusCode, headers, body } = await this.ask(options).catch((cause: unknown) => {
      throw noAnswer('Twilio', cause);
    });
    const answer = record(await body.json().catch(() => ({})));
    if (statusCode >= 300) {
      const code = typeof answer['code'] === 'number' ? String(answer['code']) : undefined;
      if (code && OUR_ACCOUNT.has(code)) throw accountRefused('Twilio', `${statusCode}, ${code}`);
      throw httpFailure('Twilio', { status: statusCode, retryAfter: single(headers['retry-after']), code });
    }
    return { statusCode, body: answer as never, headers };
  }

  close(): Promise<void> {
    return this.agent.close();
  }

  private ask({ method, uri, username, password, data }: RequestOptions) {
    const address = this.baseUrl ? uri.replace(TWILIO_ORIGIN, this.baseUrl) : uri;
    const basic = Buffer.from(`${username}:${password}`).toString('base64');
    return request(address, {
      method: method.toUpperCase() as 'POST',
      headers: {
        authorization: `Basic ${basic}`,
        accept: 'application/json',
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams(data as Record<string, string>).toString(),
      dispatcher: this.agent,
    });
  }
}

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

const single = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value);
