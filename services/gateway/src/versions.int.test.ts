import { AppError } from '@guildhall/kernel';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { TestGateway } from './testing/gateway.ts';
import { ask, type House, openHouse } from './testing/house.ts';

let house: House;
let gateway: TestGateway;
/** What the thing is at, and what its service does when another version is meant. */
let current = 7;
let refuse: 'stale' | 'conflict' = 'stale';
let runs = 0;

beforeAll(async () => {
  house = await openHouse();
  gateway = await house.open();
  house.probe['reviseThing'] = async ({ name, version }: { name: string; version: number }) => {
    runs += 1;
    if (version !== 0 && version !== current) throw new AppError(refuse, 'probe.version_conflict', 'Read it again.');
    return { version: (current += 1), isWaiting: name === 'later' };
  };
});
afterAll(() => house.close());

const revise = (headers: Record<string, string>, body: object = { name: 'New' }) =>
  ask(`${gateway.url}/api/probe/revisions/t1`, 'PATCH', { token: 'member', body, headers });

describe('a change of one version', () => {
  it('is made where it is that version still, and answered with the new one', async () => {
    current = 7;
    const answer = await revise({ 'if-match': '"7"' });
    expect([answer.status, answer.headers.get('etag'), answer.json]).toEqual([
      200,
      '"8"',
      { version: 8, isWaiting: false },
    ]);
    expect((await revise({ 'if-match': String(answer.headers.get('etag')) })).headers.get('etag')).toBe('"9"');
  });

  it.each([
    ['stale', { 'if-match': '6' }, { name: 'New' }, 412],
    ['stale', {}, { name: 'New', version: 6 }, 409],
    ['conflict', { 'if-match': '6' }, { name: 'New' }, 409],
    ['conflict', {}, { name: 'New', version: 6 }, 409],
  ] as const)('that a service calls %s with %j and %j is %i', async (kind, headers, body, status) => {
    [current, refuse] = [7, kind];
    const answer = await revise(headers, body);
    expect([answer.status, answer.json]).toEqual([
      status,
      expect.objectContaining({ status, code: 'probe.version_conflict' }),
    ]);
  });

  it('never reaches the service with an If-Match that is none', async () => {
    runs = 0;
    const answer = await revise({ 'if-match': 'W/"7"' });
    expect([answer.status, answer.json['code'], answer.json['detail'], runs]).toEqual([
      400,
      'gateway.malformed_if_match',
      expect.stringContaining('If-Match'),
      0,
    ]);
  });

  it('is another request with another version: an Idempotency-Key stands for one', async () => {
    current = 7;
    const key = { 'idempotency-key': 'versions-1' };
    await revise({ ...key, 'if-match': '"7"' });
    const [again, other] = [await revise({ ...key, 'if-match': '"7"' }), await revise({ ...key, 'if-match': '"8"' })];
    expect([again.status, again.headers.get('etag'), again.headers.get('idempotency-replayed')]).toEqual([
      200,
      '"8"',
      'true',
    ]);
    expect([other.status, other.json['code']]).toEqual([422, 'gateway.idempotency_key_reused']);
  });
});

it('what is taken but waits is answered with 202', async () => {
  const answer = await revise({}, { name: 'later' });
  expect([answer.status, answer.json['isWaiting']]).toEqual([202, true]);
});
