import type { WebClient } from '@slack/web-api';
import type { Dispatcher } from 'undici';
import type { CallOptions, Calls } from './calls.ts';
import { noAnswer } from './http-failure.ts';
import { about, ProviderError } from './provider-error.ts';
import { nextOf, strange } from './slack-answers.ts';
import { slackClient } from './slack-client.ts';
import type { SlackMethod } from './slack-tiers.ts';

/** A page waits this long for its turn: whoever begins to count a workspace is not done in seconds. */
const PAGE_PATIENCE_MS = 300_000;
const PAGE_TRIES = 5;

type Arguments = Readonly<Record<string, string | number | boolean>>;
type Answer = Readonly<Record<string, unknown>>;

export type Ask = (method: SlackMethod, args?: Arguments, options?: CallOptions) => Promise<Answer>;

export type SlackAsking = Readonly<{
  ask: Ask;
  /** Undefined when Slack refuses with one of these codes. */
  find(method: SlackMethod, args: Arguments, absent: readonly string[]): Promise<Answer | undefined>;
  pages<T>(method: SlackMethod, args: Arguments, read: (answer: Answer) => readonly T[]): AsyncIterable<readonly T[]>;
}>;

type Parts = Readonly<{
  guard: Calls;
  token: string | (() => Promise<string>);
  apiUrl: string | undefined;
  timeLimitMs: number;
  dispatcher: Dispatcher;
}>;

/** Ways of asking the Web API. Each token has a circuit of its own. */
export function slackAsking(parts: Parts): SlackAsking {
  const { guard, token } = parts;
  const clientOf = clients(parts);
  const ask: Ask = async (method, args = {}, options = {}) => {
    const account = typeof token === 'string' ? token : await token().catch(untold);
    const call = async (): Promise<Answer> => ({ ...(await clientOf(account).apiCall(method, args)) });
    return guard.run(method, call, { ...options, account });
  };
  return {
    ask,
    find: (method, args, absent) =>
      ask(method, args).catch((error: unknown) => {
        if (error instanceof ProviderError && absent.includes(error.code ?? '')) return undefined;
        throw error;
      }),
    pages: (method, args, read) => pagesOf(ask, method, args, read),
  };
}

/** The client for a token; only that of the last one is kept. */
function clients({ apiUrl, timeLimitMs, dispatcher }: Parts): (token: string) => WebClient {
  let [known, client]: [string | undefined, WebClient | undefined] = [undefined, undefined];
  return (token) => {
    if (client && known === token) return client;
    [known, client] = [token, slackClient(token, { apiUrl, timeLimitMs, dispatcher })];
    return client;
  };
}

function untold(error: unknown): never {
  throw about(error instanceof ProviderError ? error : noAnswer('The keeper of Slack’s token', error), 'connection');
}

async function* pagesOf<T>(ask: Ask, method: SlackMethod, args: Arguments, read: (answer: Answer) => readonly T[]) {
  const seen = new Set<string>();
  let cursor: string | undefined;
  do {
    const answer = await patiently(ask, method, { ...args, ...(cursor !== undefined && { cursor }) });
    yield read(answer);
    cursor = nextOf(answer);
    // A cursor that comes again would lead round for ever.
    if (cursor !== undefined && seen.has(cursor)) throw strange();
    if (cursor !== undefined) seen.add(cursor);
  } while (cursor !== undefined);
}

/** One page, asked for again where Slack only wanted us to slow down: nobody should have to begin anew for that. */
async function patiently(ask: Ask, method: SlackMethod, args: Arguments): Promise<Answer> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await ask(method, args, { patienceMs: PAGE_PATIENCE_MS });
    } catch (error) {
      if (tries >= PAGE_TRIES || !(error instanceof ProviderError && error.code === 'ratelimited')) throw error;
    }
  }
}
