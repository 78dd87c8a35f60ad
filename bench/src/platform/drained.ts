import { setTimeout as delay } from 'node:timers/promises';
import type { Bus } from '@guildhall/messaging';

const stream = 'CMD_NOTIFIER';
const durable = 'notifier-send-transactional';

/**
 * Resolves when the notifier has stored this many notices altogether and waits for more.
 * @throws when they are not there in time
 */
export async function untilNoticesStored(bus: Bus, count: number, timeoutMs = 60_000): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const stored = await noticesStored(bus);
    if (stored >= count) return;
    if (performance.now() > deadline) throw new Error(`only ${stored} of ${count} notices reached the notifier`);
    await delay(50);
  }
}

async function noticesStored({ jsm }: Bus): Promise<number> {
  const [{ state }, consumer] = await Promise.all([jsm.streams.info(stream), jsm.consumers.info(stream, durable)]);
  return state.last_seq - consumer.num_pending - consumer.num_ack_pending;
}

/**
 * Resolves when a consumer has nothing before it.
 * @throws when that does not happen in time
 */
export async function untilHeard({ jsm }: Bus, of: string, by: string, timeoutMs = 60_000): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    const { num_pending, num_ack_pending } = await jsm.consumers.info(of, by);
    if (num_pending + num_ack_pending === 0) return;
    if (performance.now() > deadline) throw new Error(`${by} still has ${num_pending} messages before it`);
    await delay(50);
  }
}
