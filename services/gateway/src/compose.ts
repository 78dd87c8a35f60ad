import 'reflect-metadata';
import { hkdfSync } from 'node:crypto';
import type { DescService } from '@bufbuild/protobuf';
import type { Person } from '@guildhall/contracts/identity/v1/service';
import { rpcCaller, type Sealer, sealer } from '@guildhall/messaging';
import { once as single, type Process, token } from '@guildhall/runtime';
import { container, type DependencyContainer } from 'tsyringe';
import type { ApiDeps, LocalMethod } from './adapters/http/api-deps.ts';
import { credentialReader } from './adapters/http/credential-of.ts';
import { csrf } from './adapters/http/csrf.ts';
import { door } from './adapters/http/door.ts';
import { type Feeds, feeds } from './adapters/http/feeds.ts';
import { getSession } from './adapters/http/get-session.ts';
import { type Check, health } from './adapters/http/health.ts';
import type { KeptAnswer } from './adapters/http/idempotency-key.ts';
import { observation } from './adapters/http/observation.ts';
import { securityHeaders } from './adapters/http/security-headers.ts';
import { type HttpServer, serveHttp } from './adapters/http/server.ts';
import { sessionCookie } from './adapters/http/session-cookie.ts';
import { apiDocs } from './adapters/http/site/api-docs.ts';
import { problemPages } from './adapters/http/site/problem-pages.ts';
import { supportPage } from './adapters/http/site/support-page.ts';
import { webFiles } from './adapters/http/site/web-files.ts';
import type { Webhooks } from './adapters/http/webhooks/webhooks.ts';
import { routesOf } from './adapters/http/transcoding/route.ts';
import { router } from './adapters/http/transcoding/router.ts';
import { hitLogRepository } from './adapters/mongo/hit-log.repository.ts';
import { keyRepository } from './adapters/mongo/key.repository.ts';
import { credentialClient } from './adapters/nats/credential.client.ts';
import { factSource } from './adapters/nats/fact.source.ts';
import { identityCheck } from './adapters/nats/identity.check.ts';
import { followRevocations } from './adapters/nats/revocation.feed.ts';
import { type CredentialCache, credentialCache } from './app/credentials/credential-cache.ts';
import { audience } from './app/feeds/audience.ts';
import { once, type Once } from './app/idempotency/once.ts';
import { type Limiter, limiter } from './app/limits/limiter.ts';
import { webhooksOf } from './compose/webhooks.ts';
import type { Settings } from './config.ts';

/** What the gateway opens to HTTP. */
type Offer = Readonly<{
  services: readonly DescService[];
  /** Methods that it answers without a service, by `<service>/<method>`. */
  local?: ReadonlyMap<string, LocalMethod>;
}>;

const Credentials = token<CredentialCache<Person>>('Credentials');
const Limits = token<Limiter>('Limits');
const Keys = token<Once<KeptAnswer>>('Keys');
const Api = token<ApiDeps>('Api');
const EventFeeds = token<Feeds>('EventFeeds');
const Routes = token<ReturnType<typeof routesOf>>('Routes');

type Report = (error: unknown) => void;

const realNow = (): number => Date.now();

/** Puts the gateway together and opens its port; everything is closed by the process's lifecycle. */
export async function openGateway(process: Process<Settings>, offer: Offer): Promise<HttpServer> {
  const { settings, bus, life, log } = process;
  const report: Report = (error) => log.warn({ error }, 'went on without');
  const scope = container.createChildContainer();
  await provideStored(scope, process, report);
  const routes = routesOf(offer.services);
  scope.register(Routes, { useValue: routes });
  provideApi(scope, process, offer);
  provideFeeds(scope, process, report);
  const following = followRevocations(bus, scope.resolve(Credentials), report);
  await life.hold('revocations', following, (held) => held.close());
  const server = serveHttp({
    host: settings.HOST,
    port: settings.PORT,
    handle: await handler(scope, process, await webhooksOf(process, offer.services)),
    mostConnections: settings.MAX_CONNECTIONS,
  });
  const held = await life.hold('http', server, (http) => http.close());
  // Released before the port: requests that never end by themselves would hold it open.
  await life.hold('feeds', scope.resolve(EventFeeds), (one) => one.close());
  log.info({ port: held.port, url: settings.PUBLIC_URL }, 'open');
  return held;
}

async function provideStored(scope: DependencyContainer, process: Process<Settings>, report: Report) {
  const { store, clock, settings } = process;
  const [records, logs] = await Promise.all([keyRepository(store), hitLogRepository(store)]);
  const { seal, open } = answerSealer(settings.SEALING_KEY);
  scope.register(
    Limits,
    single(() => limiter(logs, clock)),
  );
  scope.register(
    Keys,
    single(() =>
      once<KeptAnswer>({ records, clock, realNow, seal, open: (sealed, id) => open(sealed, id) as KeptAnswer, report }),
    ),
  );
}

/** Kept answers may hold sessions and personal data: they have a key of their own, derived from the platform's. */
const answerSealer = (key: Uint8Array): Sealer =>
  sealer(new Uint8Array(hkdfSync('sha256', key, '', 'guildhall gateway kept answers', 32)));

const LONGEST_CALL_MS = 60_000;

function provideApi(scope: DependencyContainer, { settings, bus, clock }: Process<Settings>, offer: Offer): void {
  const { PUBLIC_URL: publicUrl, RPC_TIMEOUT_MS: callTimeoutMs } = settings;
  const resolve = credentialClient(bus);
  const cache = () => credentialCache({ resolve, clock, realNow, capacity: 10_000 });
  const cookie = sessionCookie(publicUrl);
  scope.register(Credentials, single(cache));
  scope.register(
    Api,
    single((c) => ({
      publicUrl,
      // Each call brings its own deadline.
      call: rpcCaller(bus, { timeoutMs: LONGEST_CALL_MS }),
      callTimeoutMs,
      local: new Map([['gateway.v1.GatewayService/GetSession', getSession], ...(offer.local ?? [])]),
      credentialOf: credentialReader(cookie),
      credentials: c.resolve(Credentials),
      cookie,
      csrf: csrf(settings.SESSION_KEY, publicUrl),
      limiter: c.resolve(Limits),
      once: c.resolve(Keys),
    })),
  );
}

function provideFeeds(scope: DependencyContainer, { settings, bus }: Process<Settings>, report: Report): void {
  const listeners = audience({
    most: settings.FEED_MAX_CLIENTS,
    heartbeatMs: settings.FEED_HEARTBEAT_MS,
    recheckMs: settings.FEED_RECHECK_MS,
  });
  const make = (c: DependencyContainer): Feeds =>
    feeds(
      {
        api: c.resolve(Api),
        audience: listeners,
        headers: securityHeaders(settings.PUBLIC_URL),
        source: (contract, write) => factSource(bus, contract, write, report),
      },
      c.resolve(Routes).map(([, route]) => route),
    );
  scope.register(EventFeeds, single(make));
}

async function handler(scope: DependencyContainer, process: Process<Settings>, webhooks: Webhooks) {
  const { settings, log } = process;
  const headers = securityHeaders(settings.PUBLIC_URL);
  const docs = await apiDocs();
  return door({
    api: scope.resolve(Api),
    find: router(scope.resolve(Routes)),
    feeds: scope.resolve(EventFeeds),
    webhooks,
    pages: [
      health(checks(process)),
      async (path) => docs.get(path.replace(/\/$/, '')),
      problemPages(settings.PROBLEMS_DIR, settings.SUPPORT_CONTACT),
      supportPage(settings.SUPPORT_CONTACT),
    ],
    web: webFiles(settings.WEB_DIR, headers),
    headers,
    trustedProxies: settings.TRUSTED_PROXIES,
    observe: observation(log),
    isTracing: settings.OTLP_URL !== undefined,
  });
}

function checks({ bus, store, health: ours }: Process<Settings>): readonly Check[] {
  const identity = identityCheck(bus);
  ours.check('identity', identity);
  const broker = (): void => {
    if (!bus.isConnected()) throw new Error('not connected');
  };
  return [
    { name: 'store', test: () => store.ping() },
    { name: 'broker', test: broker },
    { name: 'identity', test: identity },
  ];
}
