import { once } from 'node:events';
import { Agent, type IncomingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { send } from './adapters/http/answer.ts';
import { newExchange } from './adapters/http/exchange.ts';
import { problemAnswer } from './adapters/http/problem.ts';
import { type HttpServer, serveHttp } from './adapters/http/server.ts';
import { slackEvents } from './adapters/http/webhooks/slack-events.ts';
import { twilioWebhooks } from './adapters/http/webhooks/twilio.ts';
import type { Call } from './adapters/http/webhooks/webhook.ts';
import { webhookDoor } from './adapters/http/webhooks/webhooks.ts';
import { receiveWebhook } from './app/webhooks/receive-webhook.ts';
import { tellOnce } from './app/webhooks/tell-once.ts';
import { sealer } from '@guildhall/messaging';
import { diceOf, forgeries } from './testing/forgeries.ts';
import { genuine, vendorKeys, vendorOrigin } from './testing/vendor-calls.ts';

let server: HttpServer;
let published = 0;
const agent = new Agent({ keepAlive: true, maxSockets: 8 });

beforeAll(async () => {
  const kept = new Set<string>();
  const receipts = { has: async (id: string) => kept.has(id), add: async (id: string) => void kept.add(id) };
  const remembering = { receipts, realNow: Date.now, report: () => undefined };
  const publish = async () => void (published += 1);
  const clock = { now: () => new Date() };
  const door = webhookDoor({
    // The address that the vendor knows is not the one that a proxy calls.
    publicUrl: vendorOrigin,
    receive: receiveWebhook(remembering),
    bodyWithinMs: 300,
    webhooks: [
      ...twilioWebhooks({ authTokens: [vendorKeys.twilio], clock, publish }),
      slackEvents({
        signingSecret: vendorKeys.slack,
        clock,
        realNow: Date.now,
        sealer: sealer(new Uint8Array(32)),
        publish,
        tellOnce: tellOnce(remembering),
        withinMs: 2_500,
      }),
    ],
  });
  server = await serveHttp({
    host: '127.0.0.1',
    port: 0,
    mostConnections: 100,
    handle: async (req, res) => {
      const exchange = newExchange(req, res, 0);
      try {
        send(res, await door(exchange), exchange.headers);
      } catch (error) {
        const scene = { publicUrl: vendorOrigin, path: exchange.path, traceId: '0' };
        send(res, problemAnswer(error, scene), exchange.headers);
      }
    },
  });
});
afterAll(async () => {
  agent.destroy();
  await server.close();
});

/** Sends it as a proxy passes it on: with a host of its own. */
async function post({ url, headers, body }: Call): Promise<{ status: number; text: string }> {
  const { pathname, search } = new URL(url);
  const [host, port, path] = ['127.0.0.1', server.port, pathname + search];
  const sent = request({ agent, host, port, path, method: 'POST', headers: known(headers) });
  sent.end(body);
  const [answer] = (await once(sent, 'response')) as [Parameters<typeof text>[0] & { statusCode: number }];
  return { status: answer.statusCode, text: await text(answer) };
}
const known = (headers: IncomingHttpHeaders) =>
  Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined));

/** Slack may have been told either of two addresses. */
const aliased = (call: Call): Call => ({ ...call, url: call.url.replace('/api/webhooks/slack/', '/slack/') });
const event = () => genuine.event(Date.now());
const kinds = [genuine.text, genuine.json, event, () => aliased(event())];

it('takes none of 3,000 forged requests over HTTP, and every genuine one among them', async () => {
  const dice = diceOf(7);
  const forges = Object.entries(forgeries).filter(([name]) => name !== 'another address');
  const statuses = new Set<number>();
  let [tried, taken] = [0, published];
  const turn = async (index: number): Promise<number> => {
    const call = kinds[index % kinds.length]!();
    const forged = forges[index % forges.length]?.[1](call, dice, kinds[dice(kinds.length)]!());
    if (!forged || forged === call) return 0;
    statuses.add((await post(forged)).status);
    if (index % 10 > 0) return 1;
    taken += 1;
    expect((await post(call)).status).toBeLessThan(300);
    return 1;
  };
  for (let index = 0; tried < 3_000; index += 8) {
    const done = await Promise.all(Array.from({ length: 8 }, (_, offset) => turn(index + offset)));
    tried += done.reduce((sum, one) => sum + one);
  }

  expect([...statuses].toSorted()).toEqual([400, 401, 403]);
  expect(published).toBe(taken);
}, 60_000);

it('refuses what is too large, said or not', async () => {
  const call = { ...genuine.text(), body: Buffer.alloc(300_000, 'x') };

  expect((await post(call)).status).toBe(413);
  expect((await post({ ...call, headers: { ...call.headers, 'transfer-encoding': 'chunked' } })).status).toBe(413);
});

it('hangs up on who sends slowly', async () => {
  const socket = connect(server.port, '127.0.0.1');
  socket.write('POST /api/webhooks/twilio/messages HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\nA=1');
  const drip = setInterval(() => socket.write('x'), 20);
  socket.on('error', () => undefined);
  const answer = await text(socket);
  clearInterval(drip);

  expect(answer).toMatch(/^HTTP\/1\.1 408 [\s\S]*gateway\.request_timeout/);
});

it('takes what a vendor sends in pieces', async () => {
  const call = genuine.text();

  expect((await post({ ...call, headers: { ...call.headers, 'transfer-encoding': 'chunked' } })).status).toBe(200);
});
