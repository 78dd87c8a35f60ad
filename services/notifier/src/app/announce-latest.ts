import type { Order } from '../domain/message.ts';
import { isUpdatable } from '../domain/recipient.ts';
import type { Asked } from './asked.ts';
import { messageIdOf } from './message-id.ts';
import type { Updates } from './ports.ts';
import type { Sender } from './sender.ts';

type Deps = Readonly<{
  updates: Pick<Updates, 'announce'>;
  sender: Pick<Sender, 'drop'>;
  idOf: (text: string) => string;
}>;

type Update = Readonly<{ order: Pick<Order, 'to' | 'updateKey'>; id: string; at: Date }>;

/**
 * Of the messages that take each other's place only the latest goes: it is announced before any of them is stored, and
 * the sender lets go of the one before.
 */
export async function announceLatest({ updates, sender, idOf }: Deps, all: readonly Asked[]): Promise<void> {
  const latest = new Map<string, Update>();
  for (const { wish, target, at } of all) {
    if ('personId' in target) continue;
    const order = { ...wish, ...target };
    if (!isUpdatable(order)) continue;
    const name = JSON.stringify([order.to, order.updateKey]);
    const known = latest.get(name);
    if (!known || known.at <= at) latest.set(name, { order, id: messageIdOf(order, idOf), at });
  }
  for (const { order, id, at } of latest.values()) {
    const earlier = await updates.announce(order, id, at);
    if (earlier) sender.drop(earlier);
  }
}
