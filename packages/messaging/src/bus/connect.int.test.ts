import { testNats, type TestNats } from '@guildhall/testing';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connectBus } from './connect.ts';

let nats: TestNats;

beforeEach(async () => {
  nats = await testNats();
});
afterEach(() => nats.close());

const quick = { timeout: 5_000, interval: 10 };

describe('connecting', () => {
  it('waits for a broker that is not there yet', async () => {
    await nats.kill();
    const connecting = connectBus({ servers: nats.url, name: 'early' });
    await nats.restart();
    const bus = await connecting;
    expect(bus.isConnected()).toBe(true);
    await bus.close();
  });

  it('gives up waiting when it is told to', async () => {
    await nats.kill();
    const stop = new AbortController();
    const connecting = connectBus({ servers: nats.url, name: 'early', signal: stop.signal });
    stop.abort(new Error('stopped'));
    await expect(connecting).rejects.toThrow('stopped');
    await nats.restart();
  });

  it('takes any of several servers', async () => {
    const bus = await connectBus({ servers: `nats://127.0.0.1:1, ${nats.url}`, name: 'cluster' });
    expect(bus.isConnected()).toBe(true);
    await bus.close();
  });
});

describe('a connection', () => {
  it('says when it breaks and when it is back, to those who still listen', async () => {
    const bus = await connectBus({ servers: nats.url, name: 'listener' });
    const heard: string[] = [];
    bus.onStatus((status) => heard.push(status));
    const silent = vi.fn<() => void>();
    bus.onStatus(silent)();
    await nats.kill();
    await vi.waitFor(() => expect([heard, bus.isConnected()]).toEqual([['disconnect'], false]), quick);
    await nats.restart();
    await vi.waitFor(() => expect([heard, bus.isConnected()]).toEqual([['disconnect', 'reconnect'], true]), quick);
    expect(silent).not.toHaveBeenCalled();
    await bus.close();
  });

  it('is closed once, also without a broker', async () => {
    const bus = await connectBus({ servers: nats.url, name: 'closing' });
    await nats.kill();
    await vi.waitFor(() => expect(bus.isConnected()).toBe(false), quick);
    await bus.close();
    await bus.close();
    expect(bus.nc.isClosed()).toBe(true);
  });
});
