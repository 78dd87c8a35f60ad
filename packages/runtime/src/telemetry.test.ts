import { attributes, metrics as names } from '@guildhall/kernel';
import { metrics, trace } from '@opentelemetry/api';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTelemetry, type Telemetry } from './telemetry.ts';

let telemetry: Telemetry;
let received = '';
const spansReceived = Promise.withResolvers<void>();

const collect = async (request: IncomingMessage): Promise<void> => {
  for await (const part of request) received += String(part);
  spansReceived.resolve();
};
const receiver = createServer((request, response) => {
  void collect(request).then(() => response.writeHead(200, { 'content-type': 'application/json' }).end('{}'));
});
const page = createServer((request, response) => telemetry.scrape(request, response));

beforeAll(async () => {
  for (const server of [receiver, page]) {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  }
  telemetry = startTelemetry('canvas', `http://127.0.0.1:${(receiver.address() as AddressInfo).port}`);
});
afterAll(() => {
  for (const server of [receiver, page]) server.close().closeAllConnections();
});

it('shows our metrics and the state of the process on one page', async () => {
  const seconds = metrics.getMeter('test').createHistogram(names.rpcServerDuration, { unit: 's' });
  seconds.record(0.003, { [attributes.method]: 'register.v1.SignIn' });

  const text = await (await fetch(`http://127.0.0.1:${(page.address() as AddressInfo).port}/metrics`)).text();

  expect(text).toMatch(
    /guildhall_rpc_server_duration_seconds_bucket\{.*method="register\.v1\.SignIn".*le="0\.005"\} 1/,
  );
  expect(text).toContain('guildhall_event_loop_delay_seconds{');
  expect(text).toContain('guildhall_process_memory_bytes{');
});

it('sends what is left of the traces when it closes', async () => {
  trace.getTracer('test').startSpan('canvas work').end();

  await telemetry.close();
  await spansReceived.promise;

  expect(received).toContain('canvas work');
});
