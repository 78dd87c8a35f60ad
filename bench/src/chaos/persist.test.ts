import { describe, expect, it } from 'vitest';
import { Ledger } from './ledger.ts';
import { outcomeOf, persist } from './persist.ts';

const replies = (...statuses: readonly (number | Error)[]) => {
  const rest = [...statuses];
  return async () => {
    const next = rest.shift() ?? 200;
    if (next instanceof Error) throw next;
    return { status: next, json: { code: 'gateway.x' } };
  };
};
const never = new AbortController().signal;

describe('a client that never gives up', () => {
  it('asks again after a broken connection, a conflict and an outage', async () => {
    const ledger = new Ledger();
    const broken = Object.assign(new Error('gone'), { code: 'ECONNRESET' });
    const reply = await persist(replies(broken, 409, 503, 200), { ledger, signal: never });
    expect(reply?.status).toBe(200);
    expect(ledger.setbacks.map(({ how }) => how)).toEqual(['ECONNRESET', '409 gateway.x', '503 gateway.x']);
    expect(ledger.unexpected).toEqual([]);
  });

  it.each([400, 401, 403, 404, 422, 500])('takes a %i for a defect', async (status) => {
    const ledger = new Ledger();
    expect(await persist(replies(status), { ledger, signal: never })).toBeUndefined();
    expect(ledger.unexpected).toEqual([`${status} gateway.x`]);
  });

  it('counts what it had to leave when the run was over', async () => {
    const ledger = new Ledger();
    expect(await persist(replies(503), { ledger, signal: AbortSignal.abort() })).toBeUndefined();
    expect(ledger.abandoned).toBe(1);
  });
});

it('created and accepted are successes too', () => {
  expect([200, 201, 202, 204].map(outcomeOf)).toEqual(['done', 'done', 'done', 'done']);
});
