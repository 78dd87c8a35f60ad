import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { create } from '@bufbuild/protobuf';
import { Category, Channel, Lane, SendMessageSchema } from '@guildhall/contracts/notifier/v1/commands';
import { HookCallState, HookEvent, HookService } from '@guildhall/contracts/notifier/v1/webhooks';
import { servicePrincipal } from '@guildhall/kernel';
import { type Bus, client } from '@guildhall/messaging';
import type { Store } from '@guildhall/mongo';
import { testBus, testClock, testStore } from '@guildhall/testing';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ask, startNotifier } from './testing.ts';

type Received = Readonly<{ headers: IncomingHttpHeaders; body: string }>;

let bus: Bus;
let store: Store;
let notifier: Awaited<ReturnType<typeof startNotifier>>;
const clock = testClock('2026-03-02T09:00:00Z');
const received: Received[] = [];
const answer = { status: 200 };
const receiver = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  request.on('end', () => {
    received.push({ headers: request.headers, body: Buffer.concat(chunks).toString() });
    response.writeHead(answer.status).end();
  });
});
const patient = { timeout: 10_000, interval: 30 };
const hooks = () => client(bus, HookService, { principal: { ...servicePrincipal('web'), personId: 'mona' } });
const address = (): string => `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;

beforeAll(async () => {
  [bus, store] = await Promise.all([testBus(), testStore()]);
  await new Promise<void>((done) => receiver.listen(0, '127.0.0.1', done));
  notifier = await startNotifier({ bus, store, clock });
}, 60_000);
afterAll(async () => {
  await notifier?.close();
  receiver.closeAllConnections();
  receiver.close();
  await Promise.all([store?.close(), bus?.close()]);
});

const send = (key: string) =>
  ask(
    bus,
    create(SendMessageSchema, {
      idempotencyKey: key,
      lane: Lane.TRANSACTIONAL,
      category: Category.PRESENCE,
      channel: Channel.INBOX,
      to: 'ada',
      template: 'webhook-disabled',
      variables: { host: 'example.org', description: 'Doors' },
      reference: key,
    }),
  );

describe('a webhook of the notifier', () => {
  it('is called with what became of a message, signed with its secret', async () => {
    const { id, secret = '' } = await hooks().createHook({
      hook: { url: address(), events: [HookEvent.MESSAGE_SENT], description: '', active: true },
    });
    // It listens a second after somebody wants to know, and to what happens from then on.
    clock.advance(1_000);
    await vi.waitFor(
      async () => {
        await send(`signed-${received.length}-${Math.random()}`);
        expect(received).not.toEqual([]);
      },
      { timeout: 15_000, interval: 500 },
    );

    const { headers, body } = received[0]!;
    const [, seconds, signature] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers['guildhall-signature'])) ?? [];
    expect(signature).toBe(createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex'));
    expect(JSON.parse(body)).toMatchObject({
      type: 'message.sent',
      data: { template: 'webhook-disabled', personId: 'ada' },
    });
    await hooks().deleteHook({ hookId: id });
  }, 30_000);

  it('is tried again, given up, and gets it after all by a replay', async () => {
    answer.status = 500;
    const { id: hookId } = await hooks().createHook({
      hook: { url: address(), events: [HookEvent.MESSAGE_FAILED], description: '', active: true },
    });
    const { id: callId } = await hooks().pingHook({ hookId });
    await vi.waitFor(async () => expect((await hooks().getHookCall({ hookId, callId })).tryCount).toBe(1), patient);
    clock.advance(3 * 24 * 3_600_000);
    await vi.waitFor(async () => {
      const { calls } = await hooks().listHookCalls({ hookId, state: HookCallState.FAILED });
      expect(calls.map(({ id }) => id)).toEqual([callId]);
    }, patient);
    answer.status = 204;
    await hooks().replayHookCall({ hookId, callId });

    await vi.waitFor(async () => {
      expect((await hooks().getHookCall({ hookId, callId })).state).toBe(HookCallState.DELIVERED);
    }, patient);
  }, 30_000);

  it.each(['https://10.0.0.1/', 'https://169.254.169.254/latest', 'ftp://example.org/', 'https://intranet/'])(
    'may not lead to %s',
    async (url) => {
      const made = hooks().createHook({
        hook: { url, events: [HookEvent.MESSAGE_SENT], description: '', active: true },
      });

      await expect(made).rejects.toMatchObject({
        code: 'notifier.webhook_url_unusable',
        errors: [{ pointer: '/hook/url' }],
      });
    },
  );

  it('that nobody made is not there', async () => {
    await expect(hooks().getHook({ hookId: 'none' })).rejects.toMatchObject({ code: 'notifier.webhook_not_found' });
  });
});
