import { Agent, fetch } from 'undici';
import { calls, PATIENCE_MS } from './calls.ts';
import { googleAccess, type ServiceAccount } from './google-access.ts';
import { googleRefusal } from './google-refusal.ts';
import type { Surroundings } from './guarded.ts';
import { noAnswer, nonsense } from './http-failure.ts';
import { about, ProviderError } from './provider-error.ts';

export type GoogleOptions = Surroundings &
  Readonly<{
    /** Whose key signs in; a token that is there already is used as it is. */
    account: ServiceAccount | Readonly<{ token: string }>;
    /** In whose name the account works (domain-wide delegation): an administrator for groups, an owner for folders. */
    subject?: string | undefined;
    state: 'real' | 'sandbox';
    /** Instead of Google's own address: an origin, the paths of the interface stay as they are. */
    rootUrl?: string | undefined;
    /** Calls per second of each method, on average; 10 when absent. */
    perSecond?: number;
    timeLimitMs?: number;
  }>;

/** What each call is given: who calls, and that it is made once. */
type Once = Readonly<{ headers: Readonly<Record<string, string>>; retry: false; signal: AbortSignal }>;

/** Calls a method, waiting `patienceMs` for leave. Rejects with a `ProviderError` that has Google's reason as `code`. */
export type GoogleAsk<Api> = <T>(
  method: string,
  call: (api: Api, once: Once) => Promise<Readonly<{ data: T }>>,
  patienceMs?: number,
) => Promise<T>;

/** A page waits this long for its turn. */
export const PAGE_PATIENCE_MS = 60_000;

/** Which of Google's interfaces it is. */
type Interface<Api> = Readonly<{
  name: string;
  scope: string;
  /** Its library, with the first call: they are large, and most processes that use this package never need them. */
  load(client: ReturnType<typeof clientOf>): Promise<Api>;
}>;

/** How one of Google's interfaces is called. */
export function googleCalls<Api>({ name, scope, load }: Interface<Api>, options: GoogleOptions) {
  const { account, subject, state, rootUrl, perSecond = 10, timeLimitMs = 10_000, sharing, alert } = options;
  const agent = new Agent({ connect: { timeout: 3_000 }, connections: 16 });
  const guard = calls({
    name,
    state,
    sharing,
    alert,
    limitsOf: () => ({ concurrency: 8, perSecond, burst: Math.max(1, Math.ceil(perSecond)) }),
    timeLimitMs,
    failure: googleRefusal,
    close: () => agent.close(),
  });
  const signedIn = () =>
    'token' in account ? async () => account.token : googleAccess(account, scope, agent, subject);
  let tokenOf = signedIn();
  let api: Promise<Api> | undefined;
  const ask: GoogleAsk<Api> = async (method, call, patienceMs = PATIENCE_MS) => {
    const once = async (signal: AbortSignal) => {
      const authorization = `Bearer ${await tokenOf().catch(untold)}`;
      api ??= load(clientOf(rootUrl, agent));
      return (await call(await api, { headers: { authorization }, retry: false, signal })).data;
    };
    try {
      return await guard.run(method, once, { patienceMs });
    } catch (error) {
      // What is mended at Google's end may take another token to show.
      if (error instanceof ProviderError && error.account) tokenOf = signedIn();
      throw error;
    }
  };
  return { guard, ask };
}

const clientOf = (rootUrl: string | undefined, dispatcher: Agent) => ({
  ...(rootUrl && { rootUrl }),
  // Its own answers and nobody else's: no redirects, and no waiting for a connection for long.
  fetchImplementation: ((url, init) =>
    fetch(url as string, { ...(init as object), redirect: 'error', dispatcher })) as typeof globalThis.fetch,
});

/** Without a token nothing was asked. */
function untold(error: unknown): never {
  const failure = error instanceof ProviderError ? error : noAnswer('Google', error);
  throw about(failure, failure.account ? 'connection' : 'call');
}

/** Pages until there is none left; the token of one that comes again would lead round for ever. */
export async function* googlePages<T>(
  ask: (pageToken: string | undefined) => Promise<Readonly<{ nextPageToken?: string | null }>>,
  read: (answer: unknown) => readonly T[],
): AsyncGenerator<readonly T[]> {
  const seen = new Set<string>();
  let pageToken: string | undefined;
  do {
    const answer = await ask(pageToken);
    yield read(answer);
    pageToken = answer.nextPageToken || undefined;
    if (pageToken !== undefined && seen.has(pageToken)) throw strange();
    if (pageToken !== undefined) seen.add(pageToken);
  } while (pageToken !== undefined);
}

/** A list of an answer, each element read; absent where it is empty. Half a list would look like people who are gone. */
export function listIn<T>(answer: unknown, name: string, read: (one: Readonly<Record<string, unknown>>) => T): T[] {
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) throw strange();
  const list = (answer as Readonly<Record<string, unknown>>)[name] ?? [];
  if (!Array.isArray(list)) throw strange();
  return (list as unknown[]).map((one) => {
    if (typeof one !== 'object' || one === null) throw strange();
    return read(one as Readonly<Record<string, unknown>>);
  });
}

/** An answer that Google never would give. */
export const strange = (): ProviderError => about(nonsense('Google'), 'call');

export const addressOf = (value: unknown): string => {
  if (typeof value !== 'string' || value.length > 320) throw strange();
  return value.trim().toLowerCase();
};
