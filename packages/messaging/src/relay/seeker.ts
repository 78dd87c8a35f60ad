import type { OutboxSource, Waiting } from './outbox-source.ts';
import type { Sender } from './sender.ts';
import type { Sought } from './sought-list.ts';

const pageSize = 128;

/**
 * Looks once for the saves whose outcome is unknown, and tries again what a stream refused. What is found is brought
 * out; what is not found, and by now certainly was not stored, is forgotten.
 */
export async function seek(source: OutboxSource, { sendAll }: Sender): Promise<void> {
  const sought = source.ledger.sought.all();
  for (let first = 0; first < sought.length; first += pageSize) {
    const page = sought.slice(first, first + pageSize);
    // Before the reading: what is stored after it may not count as missing.
    const nowMs = performance.now();
    const found = await source.of([...new Set(page.map(({ owner }) => owner))]);
    const byOwner = new Map(found.map((entry) => [entry.owner, entry]));
    await Promise.all(page.map((one) => settle(one, byOwner.get(one.owner), nowMs)));
  }

  async function settle(one: Sought, entry: Waiting | undefined, nowMs: number): Promise<void> {
    const messages = entry?.messages.filter(({ id }) => one.messageIds.includes(id)) ?? [];
    const isMissing = messages.length === 0;
    // What was refused was there: its aggregate is gone, and nobody waits for it any more.
    if (isMissing && one.certainAtMs !== Infinity && nowMs < one.certainAtMs) return;
    if (isMissing || (await sendAll(messages)) === 'stored') source.ledger.sought.drop(one);
  }
}
