import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Health, health, type HealthServer, serveHealth } from './health.ts';

let state: Health;
let server: HealthServer;

beforeEach(async () => {
  state = health();
  server = await serveHealth({
    host: '127.0.0.1',
    port: 0,
    health: state,
    metrics: (_request, response) => void response.end('a_metric 1\n'),
  });
});
afterEach(() => server.close());

const get = async (path: string) => {
  const response = await fetch(`http://127.0.0.1:${server.port}${path}`);
  return { status: response.status, body: await response.text() };
};

describe('a process', () => {
  it('is alive before it is ready', async () => {
    expect((await get('/livez')).status).toBe(200);
    expect(await get('/readyz')).toEqual({ status: 503, body: '{"status":"not ready","missing":["starting"]}' });
  });

  it('is ready when it has started and every check holds', async () => {
    state.check('store', () => Promise.resolve());
    state.started();

    expect((await get('/readyz')).status).toBe(200);
  });

  it('names what is missing', async () => {
    state.check('store', () => Promise.reject(new Error('no')));
    state.check('broker', () => undefined);
    state.started();

    expect(await get('/readyz')).toEqual({ status: 503, body: '{"status":"not ready","missing":["store"]}' });
  });

  it('tells what was to be shown, and is ready whatever that says', async () => {
    state.show('smtp', () => 'failing');
    state.started();

    expect(await get('/readyz')).toEqual({ status: 200, body: '{"status":"ready","smtp":"failing"}' });
  });

  it('is not ready while it closes', async () => {
    state.started();
    state.stopping();

    expect((await get('/readyz')).status).toBe(503);
  });

  it('answers scrapes and nothing else', async () => {
    expect((await get('/metrics')).body).toBe('a_metric 1\n');
    expect((await get('/secrets')).status).toBe(404);
  });
});

it('says so when its port is taken', async () => {
  const taken = { host: '127.0.0.1', port: server.port, health: state, metrics: () => undefined };

  await expect(serveHealth(taken)).rejects.toMatchObject({ code: 'EADDRINUSE' });
});
