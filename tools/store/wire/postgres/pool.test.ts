import { describe, expect, it, vi } from 'vitest';
import type { PostgresConnection } from './connection.ts';
import { ConnectionLost, PoolExhausted } from './failure.ts';
import { Pool } from './pool.ts';

class FakeConnection {
  isUsable = true;
  close(): void {
    this.isUsable = false;
  }
}

const fake = () => new FakeConnection() as unknown as PostgresConnection;

const poolOf = (size: number, options: Partial<ConstructorParameters<typeof Pool>[0]> = {}) => {
  const open = vi.fn<() => Promise<PostgresConnection>>(() => Promise.resolve(fake()));
  return { pool: new Pool({ open, size, patienceMs: 50, maxWaiting: 2, ...options }), open };
};

describe('a pool of connections', () => {
  it('opens none before one is needed, and then keeps it', async () => {
    const { pool, open } = poolOf(2);
    expect(open).not.toHaveBeenCalled();
    await pool.use(() => Promise.resolve());
    await pool.use(() => Promise.resolve());
    expect(open).toHaveBeenCalledOnce();
  });

  it('never opens more than its size, and serves who waits in order', async () => {
    const { pool, open } = poolOf(1);
    const first = await pool.acquire();
    const order: number[] = [];
    const waiting = [1, 2].map((number) => pool.use(() => Promise.resolve(void order.push(number))));
    pool.release(first);
    await Promise.all(waiting);
    expect(order).toEqual([1, 2]);
    expect(open).toHaveBeenCalledOnce();
  });

  it('takes the connection back from a job that fails', async () => {
    const { pool } = poolOf(1);
    await expect(pool.use(() => Promise.reject(new Error('odd')))).rejects.toThrow('odd');
    await expect(pool.use(() => Promise.resolve('next'))).resolves.toBe('next');
  });

  it('replaces a connection that was lost', async () => {
    const { pool, open } = poolOf(1);
    await pool.use((connection) => Promise.resolve(connection.close()));
    await pool.use(() => Promise.resolve());
    expect(open).toHaveBeenCalledTimes(2);
  });

  it('replaces a connection that was lost while it was idle', async () => {
    const { pool, open } = poolOf(1);
    const idle = await pool.acquire();
    pool.release(idle);
    idle.close();
    await pool.use(() => Promise.resolve());
    expect(open).toHaveBeenCalledTimes(2);
  });

  it('waits out a server that restarts', async () => {
    const open = vi.fn<() => Promise<PostgresConnection>>(() => Promise.resolve(fake()));
    open.mockRejectedValueOnce(new ConnectionLost(false)).mockRejectedValueOnce(new ConnectionLost(false));
    const { pool } = poolOf(1, { open, patienceMs: 2_000 });
    await expect(pool.use(() => Promise.resolve('back'))).resolves.toBe('back');
  });

  it('says that the server is away when it stays away', async () => {
    const { pool } = poolOf(1, { open: () => Promise.reject(new ConnectionLost(false)) });
    await expect(pool.acquire()).rejects.toBeInstanceOf(ConnectionLost);
  });

  it('says that all are busy when they stay busy', async () => {
    const { pool } = poolOf(1);
    await pool.acquire();
    await expect(pool.acquire()).rejects.toBeInstanceOf(PoolExhausted);
  });

  it('refuses at once when too many wait already', async () => {
    const { pool } = poolOf(1, { patienceMs: 60_000 });
    await pool.acquire();
    const waiting = [pool.acquire(), pool.acquire()].map((one) => one.catch(() => 'closed'));
    await expect(pool.acquire()).rejects.toThrow('2 statements wait');
    pool.close();
    expect(await Promise.all(waiting)).toEqual(['closed', 'closed']);
  });

  it('closes what it lent and serves nobody any more', async () => {
    const { pool } = poolOf(1);
    const lent = await pool.acquire();
    pool.close();
    expect(lent.isUsable).toBe(false);
    await expect(pool.acquire()).rejects.toBeInstanceOf(ConnectionLost);
  });
});
