import type { DescMessage, DescMethod, Message } from '@bufbuild/protobuf';
import { AppError } from '@guildhall/kernel';
import type { Audience } from '../../app/feeds/audience.ts';
import type { FactSource } from '../../app/feeds/facts.ts';
import { type FanOut, fanOut } from '../../app/feeds/fan-out.ts';
import { follow } from '../../app/feeds/follow.ts';
import { isAllowed } from './access.ts';
import { admit } from './admit.ts';
import type { Headers } from './answer.ts';
import type { ApiDeps } from './api-deps.ts';
import { callService } from './api.ts';
import { eventStream } from './event-stream.ts';
import { decodePath, type Exchange, queryOf } from './exchange.ts';
import { type FeedRoute, feedRouteOf, snapshotRequest } from './feed-route.ts';
import type { Route } from './transcoding/route.ts';
import { messageWriter } from './transcoding/write-message.ts';

export type FeedDeps = Readonly<{
  api: ApiDeps;
  audience: Audience;
  /** What every answer carries. */
  headers: Headers;
  /** The facts of a feed; `write` gives each its JSON. */
  source: (feed: FeedRoute, write: (type: DescMessage, fact: Message) => string) => FactSource;
}>;

export type Feeds = Readonly<{
  /** Answers with a stream of events. Resolves when it is running; throws when it cannot begin. */
  answer(route: Route, path: readonly string[], exchange: Exchange): Promise<void>;
  close(): Promise<void>;
}>;

type Feed = Readonly<{ route: Route; contract: FeedRoute; facts: FanOut }>;

/** The feeds of all contracts. Followers of the same facts have one reader of the broker in common. */
export function feeds(deps: FeedDeps, routes: readonly Route[]): Feeds {
  const byRoute = new Map<Route, Feed>();
  for (const route of routes.filter((one) => one.feed !== undefined)) {
    const contract = feedRouteOf(route);
    byRoute.set(route, { route, contract, facts: fanOut(deps.source(contract, asJson)) });
  }
  return {
    answer: async (route, path, exchange) => {
      const feed = byRoute.get(route);
      if (feed) await start(deps, feed, path, exchange);
    },
    close: async () => {
      deps.audience.close();
      await Promise.all([...byRoute.values()].map(({ facts }) => facts.close()));
    },
  };
}

const asJson = (type: DescMessage, message: Message): string => JSON.stringify(messageWriter(type)(message));

async function start(deps: FeedDeps, feed: Feed, path: readonly string[], exchange: Exchange): Promise<void> {
  const { route, contract, facts } = feed;
  const { credential } = await admit(deps.api, route, exchange);
  const message = route.read({ path: decodePath(path), query: queryOf(exchange), body: undefined });
  const stream = eventStream(exchange.response, { ...deps.headers, ...exchange.headers });
  const snapshot = contract.snapshot && snapshotOf(deps, contract.snapshot, exchange, message);
  // Where any person may ask, the service knows whose it is: what it refuses to show may not be followed.
  const guard = route.access.kind === 'person' ? snapshot : undefined;
  const leave = deps.audience.join({
    isAllowed: async () => {
      const holder = credential && (await deps.api.credentials.findAnew(credential));
      if (!isAllowed(route.access, holder)) return false;
      if (holder) exchange.principal = holder.principal;
      return !guard || guard().then(() => true, isPassing);
    },
    heartbeat: stream.heartbeat,
    end: stream.end,
  });
  exchange.response.once('close', leave);
  const unfollow = await follow({
    facts,
    match: contract.isOfCaller
      ? exchange.principal.personId
      : String((message as Message & Record<string, unknown>)[contract.match]),
    lastId: lastIdOf(exchange),
    snapshot,
    isGuarded: guard !== undefined,
    sendSnapshot: stream.snapshot,
    send: stream.fact,
  }).catch((error: unknown) => {
    leave();
    throw error;
  });
  if (exchange.response.destroyed) return unfollow();
  exchange.response.once('close', unfollow);
  stream.open();
}

const snapshotOf = (deps: FeedDeps, method: DescMethod, exchange: Exchange, message: Message) => async () =>
  asJson(method.output, await callService(deps.api, method, exchange, snapshotRequest(method, message)));

const refusals: readonly string[] = ['unauthenticated', 'forbidden', 'not-found'];

/** False for a refusal; a service that is away refuses nobody. */
const isPassing = (error: unknown): boolean => !(error instanceof AppError && refusals.includes(error.kind));

function lastIdOf({ request }: Exchange): string | undefined {
  const id = request.headers['last-event-id'];
  return typeof id === 'string' && /^[\w.:-]{1,100}$/.test(id) ? id : undefined;
}
