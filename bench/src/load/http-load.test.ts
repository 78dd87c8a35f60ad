import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { expect, it, onTestFinished } from 'vitest';
import { httpLoad } from './http-load.ts';
import { jsonHead } from './phase.ts';

async function server(status: (body: string) => number): Promise<{ port: number; bodies: string[] }> {
  const bodies: string[] = [];
  const listening = createServer((request, response) => {
    void request.toArray().then((chunks: Buffer[]) => {
      const body = Buffer.concat(chunks).toString();
      bodies.push(body);
      response.writeHead(status(body), { 'content-length': 2 }).end('{}');
    });
  }).listen(0, '127.0.0.1');
  await once(listening, 'listening');
  onTestFinished(() => void listening.close());
  return { port: (listening.address() as AddressInfo).port, bodies };
}

const heads = [jsonHead('POST', '/')];

it('makes each request of the plan once, over several connections', async () => {
  const { port, bodies } = await server(() => 200);
  const plan = { heads, bodies: Array.from({ length: 20 }, (_, index) => `{"n":${index}}`) };
  const measured = await httpLoad({ port, connections: 4, seconds: 10, most: 20, requests: plan, expected: '{}' });
  expect(measured).toMatchObject({ sent: 20, good: 20, bad: {} });
  expect(bodies.sort()).toEqual([...plan.bodies].sort());
});

it('counts what was refused by its status', async () => {
  const { port } = await server((body) => (body === '1' ? 200 : 503));
  const plan = { heads, bodies: ['1', '2', '3'] };
  const measured = await httpLoad({ port, connections: 1, seconds: 10, most: 3, requests: plan, expected: '{}' });
  expect(measured).toMatchObject({ good: 1, bad: { 503: 2 } });
});

it('begins nothing after its time', async () => {
  const { port, bodies } = await server(() => 200);
  await httpLoad({ port, connections: 2, seconds: 0, most: 100, requests: { heads, bodies: ['1'] }, expected: '' });
  expect(bodies).toEqual([]);
});

it('counts an answer without what was expected as bad', async () => {
  const { port } = await server(() => 200);
  const phase = { port, connections: 1, seconds: 10, most: 1, requests: { heads, bodies: ['1'] } };
  expect(await httpLoad({ ...phase, expected: '"changed":true' })).toMatchObject({ good: 0, bad: { 200: 1 } });
});
