import type { Bus } from '@guildhall/messaging';
import type { Store } from '@guildhall/mongo';
import { type HttpFake, httpFake, type SmtpFake, smtpFake } from '@guildhall/providers/testing';
import { offsetClock, startTelemetry } from '@guildhall/runtime';
import { testBus, testStore } from '@guildhall/testing';
import { Category, Channel } from '@guildhall/contracts/notifier/v1/commands';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { aCommand } from './adapters/nats/testing.ts';
import { ask, startNotifier, testSealer } from './testing.ts';

let bus: Bus;
let store: Store;
let mail: SmtpFake;
let collector: HttpFake;

beforeAll(async () => {
  [bus, store, mail, collector] = await Promise.all([testBus(), testStore(), smtpFake(), httpFake()]);
});
afterAll(async () => {
  await Promise.all([bus.close(), store.close(), mail.close(), collector.close()]);
});

type Span = Readonly<{ name: string; traceId: string; parentSpanId?: string }>;
type Export = Readonly<{ resourceSpans: readonly { scopeSpans: readonly { spans: readonly Span[] }[] }[] }>;

it('the call of the provider belongs to the trace of the request that asked for the message', async () => {
  const telemetry = startTelemetry('notifier', collector.url);
  const replica = await startNotifier({ bus, store, clock: offsetClock(), env: { SMTP_URL: mail.url } });
  const traceId = '0af7651916cd43dd8448eb211c80319c';
  const command = aCommand({
    idempotencyKey: 'login:c1',
    category: Category.AUTH,
    channel: Channel.EMAIL,
    to: 'ada@example.org',
    template: 'login',
    variables: { expiresMinutes: '15' },
    sealedVariables: testSealer.seal({ code: '123456' }, 'login:c1'),
  });

  await ask(bus, command, `00-${traceId}-b7ad6b7169203331-01`);
  await vi.waitFor(() => expect(mail.mails).toHaveLength(1), { timeout: 8_000 });
  await replica.close();
  await telemetry.close();

  const sent = collector.calls.map(({ body }) => body);
  const spans = sent.flatMap((body) =>
    (JSON.parse(body) as Export).resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans)),
  );
  expect(spans.filter(({ name }) => name === 'smtp send')).toMatchObject([
    { traceId, parentSpanId: 'b7ad6b7169203331' },
  ]);
  expect(sent.join('')).not.toMatch(/123456|ada@example\.org/);
});
