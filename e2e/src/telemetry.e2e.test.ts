import { randomBytes, randomInt } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { newDevice } from './platform/device.ts';
import { environment } from './platform/environment.ts';
import { ask, content } from './platform/http.ts';
import {
  administrator,
  askForCode,
  type Challenge,
  type Contact,
  newcomer,
  newEmail,
  newPhone,
  patiently,
  verify,
  withToken,
} from './platform/people.ts';
import { metricsOf, processNames, readinessOf } from './platform/processes.ts';
import { breakProvider, clock, nextMessage } from './platform/sandbox.ts';
import { move, newSite, presenceAt } from './platform/sites.ts';
import { unique } from './platform/unique.ts';
import { type Collector, openCollector, type Span } from './telemetry/collector.ts';

let collector: Collector;
beforeAll(async () => {
  collector = await openCollector();
});
afterAll(() => collector.close());

const exportedWithin = { timeout: 20_000, interval: 100 };

/** The spans of one trace, once everything that belongs to it has been sent. */
const traceWith = (traceId: string, ...names: readonly string[]): Promise<readonly Span[]> =>
  vi.waitFor(() => {
    const spans = collector.spans().filter((span) => span.traceId === traceId);
    expect(spans.map(({ service, name }) => `${service}: ${name}`)).toEqual(expect.arrayContaining([...names]));
    return spans;
  }, exportedWithin);

const newTrace = () => {
  const [traceId, spanId] = [randomBytes(16).toString('hex'), randomBytes(8).toString('hex')];
  return { traceId, spanId, headers: { traceparent: `00-${traceId}-${spanId}-01` } };
};

/** The services on the way from a span up to the request that caused it. */
function wayUp(spans: readonly Span[], from: Span | undefined): readonly string[] {
  if (from === undefined) return [];
  const above = spans.find(({ spanId }) => spanId === from.parentSpanId);
  return [`${from.service}: ${from.name}`, ...wayUp(spans, above)];
}

describe('one trace', () => {
  it('leads from the HTTP request through NATS to the call of the mail server', async () => {
    const { traceId, spanId, headers } = newTrace();
    const contact = newEmail();
    const request = () => newDevice().call('POST', '/api/auth/challenges', { body: contact, headers });
    content(await patiently(request), 202);
    const root = 'gateway: POST /api/auth/challenges';
    const spans = await traceWith(traceId, root, 'identity: save contacts', 'notifier: smtp send');
    const way = wayUp(
      spans,
      spans.find(({ name }) => name === 'smtp send'),
    );
    expect(way.at(0)).toBe('notifier: smtp send');
    expect(way).toContain('identity: identity.v1.IdentityService/CreateChallenge');
    expect(way.at(-1)).toBe(root);
    expect(spans.find(({ parentSpanId }) => parentSpanId === spanId)?.service).toBe('gateway');
  });

  it('leads from a sign-in to the post in Slack', async () => {
    const site = await newSite();
    const { device } = await newcomer('Hedy', 'Lamarr');
    const { traceId, headers } = newTrace();
    content(await device.call('POST', '/api/register/me/sign-in', { body: { siteId: site.id }, headers }));
    const spans = await traceWith(
      traceId,
      'gateway: POST /api/register/me/sign-in',
      'register: save visits',
      'notifier: slack-webhook send',
    );
    const way = wayUp(
      spans,
      spans.find(({ name }) => name === 'slack-webhook send'),
    );
    expect(way.at(-1)).toBe('gateway: POST /api/register/me/sign-in');
  });

  it('is named by a refusal, so that a person can tell us which', async () => {
    const { traceId, headers } = newTrace();
    const reply = await newDevice().call('GET', '/api/people', { headers });
    expect(reply.json['traceId']).toBe(traceId);
  });
});

describe('/metrics', () => {
  beforeAll(async () => {
    const site = await newSite();
    const { device } = await newcomer('Annie', 'Easley');
    content(await move(device, 'in', site.id));
    await nextMessage('slack', site.channel);
    await presenceAt(site.id);
    await newDevice().call('GET', '/api/people');
  });

  it.each([
    ['gateway', 'guildhall_http_request_duration_seconds_count', 'route="/api/register/me/sign-in",status="200"'],
    ['gateway', 'guildhall_http_request_duration_seconds_count', 'route="/api/people",status="401"'],
    ['gateway', 'guildhall_rpc_client_duration_seconds_bucket', 'method="register.v1.RegisterService/SignIn"'],
    ['identity', 'guildhall_rpc_server_duration_seconds_count', 'method="identity.v1.IdentityService/Register"'],
    ['register', 'guildhall_rpc_server_duration_seconds_bucket', 'method="register.v1.RegisterService/SignIn"'],
    ['notifier', 'guildhall_consumer_duration_seconds_count', 'durable="notifier-send-transactional",outcome="done"'],
    ['identity', 'guildhall_outbox_age_seconds', 'collection="contacts"'],
    ['register', 'guildhall_outbox_age_seconds', 'collection="visits"'],
    ['notifier', 'guildhall_outbox_age_seconds', 'collection="messages"'],
    ['identity', 'guildhall_consumer_lag_messages', 'durable="identity-deliveries"'],
    ['register', 'guildhall_consumer_lag_messages', 'durable="register-people"'],
    ['notifier', 'guildhall_consumer_lag_messages', 'durable="notifier-send-transactional"'],
    ['notifier', 'guildhall_provider_call_duration_seconds_count', 'provider="smtp",outcome="sent"'],
    ['notifier', 'guildhall_provider_call_duration_seconds_count', 'provider="slack-webhook",outcome="sent"'],
    ['register', 'guildhall_store_duration_seconds_count', 'collection="visits",operation="save",outcome="ok"'],
  ] as const)('of %s has %s of %s', async (process, name, labels) => {
    await vi.waitFor(async () => {
      const lines = (await metricsOf(process)).split('\n');
      expect(lines.filter((line) => line.startsWith(`${name}{`) && line.includes(labels))).not.toEqual([]);
    }, exportedWithin);
  });

  it.each(processNames)('of %s are there, and it is ready', async (process) => {
    expect(await metricsOf(process)).toContain('guildhall_process_memory_bytes');
    expect(await readinessOf(process)).toBe(200);
  });

  it.each(['/livez', '/readyz'])('are not at the door of the public, whose %s answers', async (path) => {
    expect((await ask(environment.webUrl + path, 'GET')).status).toBe(200);
    const { text } = await ask(`${environment.webUrl}/metrics`, 'GET');
    expect(text).not.toContain('guildhall_process_memory_bytes');
  });
});

describe('what nobody may find in logs, traces and metrics', () => {
  const secrets = new Map<string, RegExp>();
  const note = (name: string, secret: string | undefined): void => {
    if (!secret || secret.length < 4) throw new Error(`${name} is nothing that one could look for`);
    // Not as a part of a longer number, such as a time.
    secrets.set(name, new RegExp(`(?<![\\d.])${secret.replaceAll(/\W/g, String.raw`\$&`)}(?!\\d)`, 'i'));
  };

  /** Signs in with a wrong code first, and with mail that cannot be delivered at once: failures are logged too. */
  const awkwardly = async (contact: Contact): Promise<Challenge> => {
    await breakProvider({ provider: 'smtp', match: contact.value, status: 451, times: 1 });
    const device = newDevice({ userAgent: 'Canarybird/7.7' });
    const challenge = await askForCode(device, contact);
    const wrong = challenge.code === '000000' ? '000001' : '000000';
    await verify(device, { ...challenge, code: wrong });
    return challenge;
  };

  beforeAll(async () => {
    const [firstName, lastName] = [`Canary${unique(8)}`, `Bird${unique(8)}`];
    const contact = newEmail();
    const device = newDevice();
    const challenge = await awkwardly(contact);
    const { registrationToken } = content(await verify(device, challenge));
    const body = { registrationToken, firstName, lastName };
    content(await device.call('POST', '/api/auth/registrations', { body }), 201);
    const phone = newPhone();
    await newcomer(`Sms${firstName}`, lastName, phone);
    const made = await device.call<{ token: string }>('POST', '/api/auth/access-token', { body: {} });
    const site = await newSite();
    content(await move(device, 'in', site.id));
    await nextMessage('slack', site.channel);
    await ask(`${environment.webUrl}/t/${made.json.token}`, 'GET');
    await ask(`${environment.webUrl}/api/people?query=${encodeURIComponent(contact.value)}`, 'GET');
    const { device: admin } = await administrator();
    content(await admin.call('GET', `/api/people?query=${encodeURIComponent(contact.value)}`));
    const duplicate = { firstName, lastName, contacts: [contact] };
    expect((await admin.call('POST', '/api/people', { body: duplicate })).status).toBe(409);
    note('first name', firstName);
    note('last name', lastName);
    note('e-mail address', contact.value.split('@')[0]);
    note('telephone number', phone.value.slice(1));
    note('registration token', registrationToken);
    note('personal token', made.json.token);
    note('session', device.cookie().split('=')[1]);
    note('browser', 'Canarybird');
    note('webhook', `B0${site.id.toUpperCase()}`);
    note('code', challenge.code);
    await clock.advance(1);
    await withToken({ device });
    await traceSettled(contact);
  });

  /** Traces leave in batches: a later one has brought everything before it. */
  const traceSettled = async (contact: Contact): Promise<void> => {
    const { traceId, headers } = newTrace();
    await newDevice().call('GET', `/api/auth/challenges/${randomInt(1e9)}?x=${contact.value}`, { headers });
    await traceWith(traceId, 'gateway: GET /api/auth/challenges/{challengeId}');
    await vi.waitFor(
      () => expect(collector.spans().filter(({ name }) => name === 'smtp send').length).toBeGreaterThan(2),
      exportedWithin,
    );
  };

  const found = (text: string): readonly string[] =>
    [...secrets].filter(([, secret]) => secret.test(text)).map(([name]) => name);

  it('is not in the logs of any process', async () => {
    const log = await readFile(environment.logFile, 'utf8');
    expect(log.length).toBeGreaterThan(100);
    expect(found(log)).toEqual([]);
  });

  it('is not in the traces', () => {
    expect(collector.spans().length).toBeGreaterThan(10);
    expect(found(collector.text())).toEqual([]);
  });

  it.each(processNames)('is not in the metrics of %s', async (process) => {
    expect(found(await metricsOf(process))).toEqual([]);
  });
});
