import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestGateway } from './testing/gateway.ts';
import { ask, type House, openHouse } from './testing/house.ts';

let house: House;
let one: TestGateway;
let other: TestGateway;

beforeAll(async () => {
  house = await openHouse();
  one = await house.open({ settings: { TRUSTED_PROXIES: '1' } });
  other = await house.open({ clock: one.clock, settings: { TRUSTED_PROXIES: '1' } });
});
afterAll(() => house.close());

const knock = (gateway: TestGateway, address: string) =>
  ask(`${gateway.url}/api/probe/knock`, 'POST', { body: { text: 'x' }, headers: { 'x-forwarded-for': address } });
const asking = (token: string) => ask(`${one.url}/api/probe/ask`, 'POST', { token, body: { text: 'x' } });

describe('a limit per address', () => {
  it('is told with every answer', async () => {
    const { status, headers } = await knock(one, '10.0.0.1');
    expect(status).toBe(200);
    expect(headers.get('ratelimit-policy')).toBe('"address";q=3;w=60');
    expect(headers.get('ratelimit')).toBe('"address";r=2;t=60');
  });

  it('is counted by all replicas together, and refuses with a time to come back', async () => {
    for (const gateway of [one, other, one]) expect((await knock(gateway, '10.0.0.2')).status).toBe(200);
    one.clock.advance(10_000);
    const { status, json, headers } = await knock(other, '10.0.0.2');
    expect([status, json['code'], headers.get('retry-after')]).toEqual([429, 'gateway.rate_limited', '50']);
    expect(headers.get('ratelimit')).toBe('"address";r=0;t=50');
  });

  it('makes room again in business time', async () => {
    for (const gateway of [one, other, one]) await knock(gateway, '10.0.0.3');
    one.clock.advance(60_000);
    expect((await knock(one, '10.0.0.3')).status).toBe(200);
  });

  it('does not touch other addresses', async () => {
    for (let request = 0; request < 4; request++) await knock(one, '10.0.0.4');
    expect((await knock(one, '10.0.0.5')).status).toBe(200);
  });

  it('counts a whole IPv6 network as one', async () => {
    for (const host of ['1', '2', '3']) expect((await knock(one, `2001:db8:0:1::${host}`)).status).toBe(200);
    expect((await knock(one, '2001:db8:0:1:ffff::4')).status).toBe(429);
    expect((await knock(one, '2001:db8:0:2::1')).status).toBe(200);
  });

  it('cannot be dodged by an invented address', async () => {
    const forged = (address: string) => knock(one, `${address}, 10.0.0.6`);
    for (const address of ['1.1.1.1', '2.2.2.2', '3.3.3.3']) await forged(address);
    expect((await forged('4.4.4.4')).status).toBe(429);
  });

  it('holds when all come at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) => knock(index % 2 ? one : other, '10.0.0.7')),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(3);
  });
});

describe('a limit per person', () => {
  it('counts each person apart', async () => {
    for (let request = 0; request < 2; request++) expect((await asking('member')).status).toBe(200);
    expect((await asking('member')).status).toBe(429);
    expect((await asking('reader')).status).toBe(200);
  });
});
