import { setTimeout as delay } from 'node:timers/promises';
import type { PostgresConnection } from './connection.ts';
import { ConnectionLost, PoolExhausted } from './failure.ts';

export interface PoolOptions {
  readonly open: () => Promise<PostgresConnection>;
  readonly size: number;
  /** How long a job waits for a connection, a restart of the server included. */
  readonly patienceMs: number;
  /** Jobs that may wait; the next one is refused at once. */
  readonly maxWaiting: number;
}

interface Waiter {
  readonly take: (connection: PostgresConnection) => void;
  readonly giveUp: (error: Error) => void;
  readonly timer: NodeJS.Timeout;
}

const RECONNECT_MS = 20;

/** A bounded set of connections, opened when needed; the one used last is used next, for its caches are warm. */
export class Pool {
  readonly #options: PoolOptions;
  readonly #idle: PostgresConnection[] = [];
  readonly #all = new Set<PostgresConnection>();
  readonly #waiting: Waiter[] = [];
  #opening = 0;
  #isClosed = false;

  constructor(options: PoolOptions) {
    this.#options = options;
  }

  /** Lends a connection to the job and takes it back when the job ends, however it ends. */
  async use<T>(job: (connection: PostgresConnection) => Promise<T>): Promise<T> {
    const connection = await this.acquire();
    try {
      return await job(connection);
    } finally {
      this.release(connection);
    }
  }

  /**
   * Lends a connection; it must be released.
   * @throws ConnectionLost when the server stays away, PoolExhausted when all connections stay busy for too long.
   */
  acquire(): Promise<PostgresConnection> {
    const idle = this.#takeIdle();
    if (idle) return Promise.resolve(idle);
    if (this.#isClosed) return Promise.reject(new ConnectionLost(false));
    if (this.#waiting.length >= this.#options.maxWaiting) {
      return Promise.reject(new PoolExhausted(`${this.#waiting.length} statements wait for PostgreSQL already`));
    }
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => this.#dismiss(waiter), this.#options.patienceMs);
      const waiter: Waiter = { take: resolve, giveUp: reject, timer };
      this.#waiting.push(waiter);
      this.#grow();
    });
  }

  release(connection: PostgresConnection): void {
    if (!connection.isUsable || this.#isClosed) {
      this.#all.delete(connection);
      connection.close();
      if (this.#waiting.length > 0) this.#grow();
      return;
    }
    const next = this.#waiting.shift();
    if (!next) {
      this.#idle.push(connection);
      return;
    }
    clearTimeout(next.timer);
    next.take(connection);
  }

  /** Closes every connection; who waits fails. */
  close(): void {
    this.#isClosed = true;
    for (const connection of this.#all) connection.close();
    this.#all.clear();
    for (const waiter of this.#waiting.splice(0)) {
      clearTimeout(waiter.timer);
      waiter.giveUp(new ConnectionLost(false));
    }
  }

  #takeIdle(): PostgresConnection | undefined {
    for (let connection = this.#idle.pop(); connection; connection = this.#idle.pop()) {
      if (connection.isUsable) return connection;
      this.#all.delete(connection);
    }
    return undefined;
  }

  #dismiss(waiter: Waiter): void {
    this.#waiting.splice(this.#waiting.indexOf(waiter), 1);
    const isAway = this.#all.size === 0;
    waiter.giveUp(isAway ? new ConnectionLost(false) : new PoolExhausted('all connections to PostgreSQL are busy'));
  }

  #grow(): void {
    const isWorthIt = this.#opening < this.#waiting.length && this.#all.size + this.#opening < this.#options.size;
    if (!isWorthIt || this.#isClosed) return;
    this.#opening += 1;
    void this.#open();
  }

  /** Opens one connection, again and again while somebody waits for it: a server that restarts is back in a moment. */
  async #open(): Promise<void> {
    try {
      const connection = await this.#options.open();
      this.#opening -= 1;
      this.#all.add(connection);
      this.release(connection);
    } catch {
      await delay(RECONNECT_MS);
      this.#opening -= 1;
      if (this.#waiting.length > 0) this.#grow();
    }
  }
}
