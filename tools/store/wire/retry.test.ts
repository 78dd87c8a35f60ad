import { describe, expect, it } from 'vitest';
import { ConnectionLost, PostgresRefusal } from './postgres/failure.ts';
import { conflicts, lostConnections, retrying, upsertRaces } from './retry.ts';

const failing = (times: number, sqlState: string) => {
  let calls = 0;
  const job = (): Promise<number> => {
    calls += 1;
    return calls <= times ? Promise.reject(new PostgresRefusal(sqlState, 'refused')) : Promise.resolve(calls);
  };
  return { job, calls: () => calls };
};

describe('a statement that is tried again', () => {
  it('succeeds after deadlocks', async () => {
    expect(await retrying([conflicts], failing(3, '40P01').job)).toBe(4);
  });

  it('succeeds when an upsert lost a race', async () => {
    expect(await retrying([conflicts, upsertRaces], failing(2, '23505').job)).toBe(3);
  });

  it('fails at once with what no rule names', async () => {
    const { job, calls } = failing(1, '23505');
    await expect(retrying([conflicts], job)).rejects.toMatchObject({ sqlState: '23505' });
    expect(calls()).toBe(1);
  });

  it('fails in the end when it never succeeds', async () => {
    const { job, calls } = failing(99, '23505');
    await expect(retrying([upsertRaces], job)).rejects.toMatchObject({ sqlState: '23505' });
    expect(calls()).toBe(upsertRaces.attempts);
  });

  it('goes through lost connections where it may be repeated, until the server stays away', async () => {
    const lost = [true, true, false].map((sent) => new ConnectionLost(sent));
    const job = (): Promise<string> => Promise.reject(lost.shift() ?? new TypeError('tried too often'));
    await expect(retrying([lostConnections], job)).rejects.toMatchObject({ name: 'ConnectionLost', sent: false });
  });

  it('fails at once with an error that is no refusal', async () => {
    await expect(retrying([conflicts], () => Promise.reject(new TypeError('odd')))).rejects.toThrow('odd');
  });
});
