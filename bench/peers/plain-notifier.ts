import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import mongoose, { Schema } from 'mongoose';
import { createTransport } from 'nodemailer';
import { Agent, request } from 'undici';
import { sayReady, servers } from '../src/processes/child.ts';
import { errands, type Errand } from '../src/notifier/errands.ts';

// The sender that one would write without all this: nodemailer, HTTP, one document for each message when it has been
// sent. It keeps to no limits, tries once, knows no idempotency and loses what it was sending when it is killed.

const { mongoUrl } = servers();
await mongoose.connect(mongoUrl, { dbName: 'bench_plain', writeConcern: { w: 'majority', journal: true } });
const messages = mongoose.model(
  'Message',
  new Schema({ channel: String, to: String, status: String, sentAt: Date, durationMs: Number }),
);
await messages.init();

const smtpPort = Number(process.env.SINK_SMTP_PORT);
const httpPort = Number(process.env.SINK_HTTP_PORT);
const mail = createTransport({
  host: '127.0.0.1',
  port: smtpPort,
  pool: true,
  maxConnections: 20,
  maxMessages: Infinity,
});
const dispatcher = new Agent({ connections: 32 });
const form = { 'content-type': 'application/x-www-form-urlencoded' };
const json = { 'content-type': 'application/json' };

const text = 'Your code is 123456. It is good for 5 minutes.';

async function post(path: string, headers: Record<string, string>, body: string): Promise<void> {
  const answer = await request(`http://127.0.0.1:${httpPort}${path}`, { method: 'POST', headers, body, dispatcher });
  await answer.body.dump();
}

const ways: Readonly<Record<Errand['channel'], (to: string) => Promise<unknown>>> = {
  email: (to) =>
    mail.sendMail({ from: 'hello@guildhall.example', to, subject: 'Your code', text, html: `<p>${text}</p>` }),
  sms: (to) => post('/twilio/', form, new URLSearchParams({ To: to, From: 'Guildhall', Body: text }).toString()),
  push: (to) =>
    post('/fcm/', json, JSON.stringify({ message: { token: to, notification: { title: 'Code', body: text } } })),
};

async function carry({ channel, to }: Errand): Promise<void> {
  const begun = performance.now();
  await ways[channel](to);
  const durationMs = Math.round(performance.now() - begun);
  await messages.create({ channel, to, status: 'sent', sentAt: new Date(), durationMs });
}

async function carryAll(list: readonly Errand[], atATime: number): Promise<void> {
  const rest = list.values();
  const lane = async (): Promise<void> => {
    for (const errand of rest) await carry(errand);
  };
  await Promise.all(Array.from({ length: atATime }, lane));
}

const server = createServer((incoming, response) => {
  const { searchParams } = new URL(incoming.url ?? '/', 'http://peer');
  const list = errands(Number(searchParams.get('series')), Number(searchParams.get('count')));
  carryAll(list, 64).then(
    () => response.end('{}'),
    () => response.destroy(),
  );
});
server.requestTimeout = 0;
server.listen(0, '127.0.0.1');
await once(server, 'listening');
sayReady((server.address() as AddressInfo).port);
