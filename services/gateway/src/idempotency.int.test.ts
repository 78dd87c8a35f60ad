import { AppError } from '@guildhall/kernel';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { TestGateway } from './testing/gateway.ts';
import { ask, type House, openHouse } from './testing/house.ts';

let house: House;
let one: TestGateway;
let other: TestGateway;
let runs = 0;
let keys = 0;

beforeAll(async () => {
  house = await openHouse();
  one = await house.open();
  other = await house.open({ clock: one.clock });
});
afterAll(() => house.close());
beforeEach(() => {
  runs = 0;
  house.probe['createThing'] = async (thing: { name: string }) => ({ ...thing, id: `thing ${++runs}` });
});

const newKey = (): string => `key-${++keys}`;
const make = (
  gateway: TestGateway,
  key: string,
  more: Readonly<{ body?: unknown; token?: string; path?: string }> = {},
) =>
  ask(`${gateway.url}${more.path ?? '/api/probe/things'}`, 'POST', {
    token: more.token ?? 'member',
    body: more.body ?? { name: 'x' },
    headers: { 'idempotency-key': key },
  });

describe('a write with an Idempotency-Key', () => {
  it('runs once; a repeat is given the same answer and says so', async () => {
    const key = newKey();
    const [first, second] = [await make(one, key), await make(one, key)];
    expect([first.status, first.json['id'], first.headers.get('idempotency-replayed')]).toEqual([201, 'thing 1', null]);
    expect([second.status, second.text, second.headers.get('idempotency-replayed')]).toEqual([201, first.text, 'true']);
    expect(runs).toBe(1);
  });

  it('is replayed by another replica', async () => {
    const key = newKey();
    const first = await make(one, key);
    const second = await make(other, key);
    expect([second.text, second.headers.get('idempotency-replayed')]).toEqual([first.text, 'true']);
  });

  it('of two replicas at once runs in one of them', async () => {
    const key = newKey();
    const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => make(index % 2 ? one : other, key)));
    expect(runs).toBe(1);
    const statuses = new Set(answers.map(({ status }) => status));
    expect([...statuses].every((status) => status === 201 || status === 409)).toBe(true);
    for (const { status, json, headers } of answers.filter((answer) => answer.status === 409)) {
      expect([status, json['code'], headers.get('retry-after')]).toEqual([409, 'gateway.idempotency_in_progress', '1']);
    }
  });

  it('is refused with another body', async () => {
    const key = newKey();
    await make(one, key);
    const { status, json } = await make(other, key, { body: { name: 'y' } });
    expect([status, json['code']]).toEqual([422, 'gateway.idempotency_key_reused']);
  });

  it('is another request for another person', async () => {
    const key = newKey();
    await make(one, key);
    expect((await make(one, key, { token: 'reader' })).json['id']).toBe('thing 2');
  });

  it('keeps a refusal of the service', async () => {
    house.probe['createThing'] = async () => {
      throw new AppError('conflict', 'probe.taken', `Taken ${++runs} times.`);
    };
    const key = newKey();
    const [first, second] = [await make(one, key), await make(other, key)];
    expect([second.status, second.json['detail']]).toEqual([409, 'Taken 1 times.']);
    expect(first.json['detail']).toBe('Taken 1 times.');
  });

  it.each(['unavailable', 'rate-limited', 'locked', 'stale'] as const)(
    'keeps no answer that will change: %s',
    async (kind) => {
      house.probe['createThing'] = async () => {
        if (++runs === 1) throw new AppError(kind, 'probe.later', 'Later.');
        return { id: 'made' };
      };
      const key = newKey();
      expect((await make(one, key)).status).toBeGreaterThanOrEqual(400);
      expect((await make(one, key)).json['id']).toBe('made');
    },
  );

  it('keeps nothing of a failure that nobody foresaw', async () => {
    house.probe['createThing'] = async () => {
      if (++runs === 1) throw new Error('broken');
      return { id: 'made' };
    };
    const key = newKey();
    expect((await make(one, key)).status).toBe(500);
    expect((await make(one, key)).json['id']).toBe('made');
  });

  it('may be corrected after it was refused as invalid', async () => {
    const key = newKey();
    expect((await make(one, key, { body: { nope: 1 } })).status).toBe(422);
    expect((await make(one, key)).status).toBe(201);
  });

  it('gives the session again to whoever signs in again', async () => {
    house.probe['enter'] = async () => ({ note: 'hello', session: { token: `token-${++runs}`, maxAgeSeconds: 60 } });
    const enter = () =>
      ask(`${one.url}/api/probe/enter`, 'POST', { body: { text: 'x' }, headers: { 'idempotency-key': 'enter' } });
    const [first, second] = [await enter(), await enter()];
    expect(second.headers.getSetCookie()).toEqual(first.headers.getSetCookie());
    expect(first.headers.getSetCookie()).toHaveLength(1);
  });

  it('is kept where nobody can read it', async () => {
    house.probe['createThing'] = async () => ({ name: 'canary-in-the-answer' });
    const key = newKey();
    await make(one, key);
    const kept = await house.store.connection.collection('idempotency_keys').find().toArray();
    const bytes = kept.map(({ state }) => state.answer).filter((answer) => answer !== undefined);
    const answers = bytes.map((answer) => Buffer.from(answer instanceof Uint8Array ? answer : answer.buffer));
    expect(answers.length).toBeGreaterThan(0);
    expect(answers.some((answer) => answer.includes('canary') || answer.includes('name'))).toBe(false);
    expect(kept.map(({ _id }) => String(_id))).not.toContain(key);
  });

  it('frees its key after 24 hours', async () => {
    const key = newKey();
    await make(one, key);
    one.clock.advance(24 * 3_600_000);
    expect((await make(other, key, { body: { name: 'y' } })).json['id']).toBe('thing 2');
  });

  it.each(['', 'x'.repeat(256), 'with space', 'ü'])('is refused with a key like %j', async (key) => {
    const { status, json } = await make(one, Buffer.from(key).toString('latin1'));
    expect([status, json['code']]).toEqual([400, 'gateway.malformed_idempotency_key']);
  });
});
