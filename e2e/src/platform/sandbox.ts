import { vi } from 'vitest';
import { environment } from './environment.ts';
import { ask, content } from './http.ts';

export type Channel = 'email' | 'sms' | 'slack';

export type Message = Readonly<{
  id: string;
  channel: Channel;
  to: string;
  subject?: string;
  text: string;
  html?: string;
  at: string;
  raw: Record<string, unknown>;
}>;

const at = (path: string): string => new URL(path, environment.sandboxUrl).toString();

const deliveredWithin = { timeout: 15_000, interval: 25 };

/** What this recipient received, newest last; only what came after a message, if one is named. */
export async function messagesTo(channel: Channel, to: string, after?: string): Promise<readonly Message[]> {
  const search = new URLSearchParams({ channel, to, ...(after && { since: after }) });
  return content(await ask<{ messages: readonly Message[] }>(at(`/sandbox/messages?${search}`), 'GET')).messages;
}

/** The first message to this recipient, or the first after the one that is named; waits for it. */
export const nextMessage = (channel: Channel, to: string, after?: string): Promise<Message> =>
  vi.waitFor(async () => {
    const [first] = await messagesTo(channel, to, after);
    if (first === undefined) throw new Error(`no message reached ${to} by ${channel}`);
    return first;
  }, deliveredWithin);

const aCode = /\b\d{6}\b/;
const hasCode = ({ text }: Message): boolean => aCode.test(text);

/** The one-time code in a message. */
export function codeIn({ text }: Message): string {
  const code = aCode.exec(text)?.[0];
  if (code === undefined) throw new Error(`there is no code in "${text}"`);
  return code;
}

/** The code in the first message to this recipient that has one; of the messages after one, if it is named. */
export const nextCode = (channel: Channel, to: string, after?: string): Promise<string> =>
  vi.waitFor(async () => {
    const message = (await messagesTo(channel, to, after)).find(hasCode);
    if (message === undefined) throw new Error(`no code reached ${to} by ${channel}`);
    return codeIn(message);
  }, deliveredWithin);

type Fault = Readonly<{
  provider: 'smtp' | 'slack' | 'twilio' | 'google' | 'microsoft' | 'zoom';
  /** A part of the recipient, so that only this test's messages meet it. */
  match: string;
  status?: number;
  /** It answers only after so long. */
  delayMs?: number;
  retryAfterSeconds?: number;
  times?: number;
  /** Refused in the words of the vendor until it is mended. */
  effect?: 'refuse';
  error?: string;
}>;

/** Makes a provider refuse messages. Resolves to a way to bring it back. */
export async function breakProvider(fault: Fault): Promise<() => Promise<void>> {
  content(await ask(at('/sandbox/faults'), 'PUT', { body: fault }), 204);
  return async () => {
    content(await ask(at(`/sandbox/faults?provider=${fault.provider}`), 'DELETE'), 204);
  };
}

type Time = Readonly<{ now: string; offsetSeconds: number }>;

const moved = async (body: object): Promise<Date> =>
  new Date(content(await ask<Time>(at('/sandbox/clock'), 'PUT', { body })).now);

const aYearMs = 366 * 86_400_000;

/** The clock of the whole platform. Tests move it forward only, as time does. */
export const clock = {
  now: async (): Promise<Date> => new Date(content(await ask<Time>(at('/sandbox/clock'), 'GET')).now),
  advance: (seconds: number): Promise<Date> => moved({ advanceSeconds: Math.ceil(seconds) }),
  moveTo: (moment: Date): Promise<Date> => moved({ now: moment.toISOString() }),
  /** The first moment from now on with this month, day and time, such as `03-02T08:55:00Z`. */
  async nextOf(monthDayTime: string): Promise<Date> {
    const now = await clock.now();
    const thisYear = new Date(`${now.getUTCFullYear()}-${monthDayTime}`);
    return thisYear > now
      ? thisYear
      : new Date(`${new Date(now.getTime() + aYearMs).getUTCFullYear()}-${monthDayTime}`);
  },
} as const;
