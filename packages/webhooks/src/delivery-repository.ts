import type { Aggregates, IndexSpec, Stored } from '@guildhall/mongo';
import type { Deliveries } from './ports.ts';
import { deliveryDueAt, type WebhookDelivery } from './delivery.ts';

/** A delivery as it is stored. */
export type StoredDelivery = Omit<WebhookDelivery, 'id' | 'version'>;

/** The indexes of the collection of deliveries. */
export const deliveryIndexes: readonly IndexSpec[] = [
  // The deliveries of a webhook, newest first.
  { name: 'subscription_by_time', keys: { 'state.subscriptionId': 1, 'state.createdAt': -1, _id: -1 } },
  // Erasure of a person.
  { name: 'person', keys: { 'state.personId': 1 } },
];

/** A delivery is due for its next try and, when it is done, to be removed. */
export function deliveryRepository(deliveries: Aggregates<StoredDelivery>): Deliveries {
  const read = async (where: Readonly<Record<string, unknown>>, limit: number): Promise<WebhookDelivery[]> => {
    const query = deliveries.model.find(where, { version: 1, state: 1 }).sort({ 'state.createdAt': -1, _id: -1 });
    const found = await query.limit(limit).batchSize(limit).lean<Stored<StoredDelivery>[]>();
    return found.map(({ _id, version, state }) => ({ ...state, id: _id, version }));
  };
  return {
    find: async (id) => {
      const found = await deliveries.find(id);
      return found && { ...found.state, id: found.id, version: found.version };
    },
    list: ({ subscriptionId, state, limit, before }) =>
      read(
        {
          'state.subscriptionId': subscriptionId,
          ...(state && { 'state.state': state }),
          ...(before && {
            'state.createdAt': { $lte: before.at },
            $or: [{ 'state.createdAt': { $lt: before.at } }, { _id: { $lt: before.id } }],
          }),
        },
        limit,
      ),
    about: (personId) => read({ 'state.personId': personId }, 100_000),
    save: (delivery) => {
      const { id, version, ...state } = delivery;
      return deliveries.save({ id, version, state, dueAt: deliveryDueAt(delivery) });
    },
    remove: ({ id, version }) => deliveries.remove(id, version),
  };
}
