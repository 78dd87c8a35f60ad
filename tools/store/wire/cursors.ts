import type { Transaction } from './transactions.ts';
import type { ClientId } from './request.ts';

export interface Cursor {
  readonly id: bigint;
  /** Where the extension goes on; opaque. */
  continuation: Buffer;
  /** A cursor opened in a transaction lives on its connection. */
  readonly transaction: Transaction | undefined;
  /** The socket that asked last. */
  client: ClientId;
  /** Milliseconds of the epoch after which nobody is expected to ask again. */
  expiresAt: number;
}

const IDLE_MS = 600_000;
// A pool may close an idle socket while its cursor is read on through another one.
const ORPHAN_MS = 10_000;
const MAX_CURSORS = 10_000;

/** The cursors that are not read to their end. The gateway keeps only where each one stands; pages come from the store. */
export class CursorRegistry {
  readonly #cursors = new Map<bigint, Cursor>();

  add(cursor: Omit<Cursor, 'expiresAt'>): void {
    this.#cursors.set(cursor.id, { ...cursor, expiresAt: Date.now() + IDLE_MS });
    const [oldest] = this.#cursors.keys();
    if (this.#cursors.size > MAX_CURSORS && oldest !== undefined) this.#cursors.delete(oldest);
  }

  /** The cursor, now in use by this client. */
  find(id: bigint, client: ClientId): Cursor | undefined {
    const cursor = this.#cursors.get(id);
    if (!cursor) return undefined;
    cursor.client = client;
    cursor.expiresAt = Date.now() + IDLE_MS;
    return cursor;
  }

  remove(id: bigint): Cursor | undefined {
    const cursor = this.#cursors.get(id);
    this.#cursors.delete(id);
    return cursor;
  }

  /** A client is gone: its cursors go too, unless another socket takes them up within seconds. */
  abandon(client: ClientId): void {
    for (const cursor of this.#cursors.values()) {
      if (cursor.client === client) cursor.expiresAt = Math.min(cursor.expiresAt, Date.now() + ORPHAN_MS);
    }
  }

  /** Takes out and returns what nobody asked for any more. */
  expire(now: number): Cursor[] {
    const expired = [...this.#cursors.values()].filter((cursor) => cursor.expiresAt <= now);
    for (const { id } of expired) this.#cursors.delete(id);
    return expired;
  }

  get size(): number {
    return this.#cursors.size;
  }
}
