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
