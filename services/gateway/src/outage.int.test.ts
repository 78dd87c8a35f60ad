import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ask, type House, openHouse } from './testing/house.ts';

let house: House;
let url = '';

beforeAll(async () => {
  house = await openHouse();
  house.probe['createThing'] = async (thing) => thing;
  ({ url } = await house.open({ settings: { RPC_TIMEOUT_MS: '1000' } }));
});
afterAll(() => house.close());

const create = () => ask(`${url}/api/probe/things`, 'POST', { token: 'member', body: { name: 'x' } });

describe('while the bus is away', () => {
  it('requests are refused at once and say when to come back, and all is well again by itself', async () => {
    expect((await create()).status).toBe(201);
    await house.nats.kill();
    await vi.waitFor(async () => {
      const { status, json, headers } = await create();
      expect([status, json['code']]).toEqual([503, 'gateway.disconnected']);
      expect(headers.get('retry-after')).toBe('1');
    });
    expect((await ask(`${url}/readyz`, 'GET')).json).toMatchObject({ missing: expect.arrayContaining(['broker']) });
    expect((await ask(`${url}/livez`, 'GET')).status).toBe(200);
    await house.nats.restart();
    await vi.waitFor(async () => expect((await create()).status).toBe(201), 10_000);
  });

  it('what was sent and not answered is of unknown outcome', async () => {
    const entered = Promise.withResolvers<void>();
    const gate = Promise.withResolvers<unknown>();
    house.probe['createThing'] = async () => {
      entered.resolve();
      return gate.promise;
    };
    const answer = create();
    await entered.promise;
    await house.nats.kill();
    const { status, json } = await answer;
    gate.resolve({});
    await house.nats.restart();
    expect([status, json['code']]).toEqual([503, 'gateway.outcome_unknown']);
  });
});
