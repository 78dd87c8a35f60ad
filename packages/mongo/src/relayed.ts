import { type Bus, type OutboxSource, type Relay, type RelayOptions, startRelay } from '@guildhall/messaging';
import type { Offer } from './aggregates.ts';

type Keeper = Readonly<{ outbox: OutboxSource; ready(): Promise<void> }>;

/** The outboxes of these aggregates, for a relay. */
export const outboxes = (of: readonly Keeper[]): readonly OutboxSource[] => of.map(({ outbox }) => outbox);

/**
 * Makes aggregates and the relay that brings their messages to the bus: each needs the other. Waits until the indexes
 * are there, and the mark without which a crash could lose messages. Close the relay before the store.
 */
export async function relayed<T extends Readonly<Record<string, Keeper>>>(
  bus: Bus,
  make: (offer: Offer) => T,
  options: RelayOptions = {},
): Promise<T & Readonly<{ relay: Relay }>> {
  const started: { relay?: Relay } = {};
  const made = make((entries) => started.relay?.offer(entries));
  await Promise.all(Object.values(made).map(async (keeper) => keeper.ready()));
  started.relay = startRelay(bus, outboxes(Object.values(made)), options);
  await started.relay.ready;
  return { ...made, relay: started.relay };
}
