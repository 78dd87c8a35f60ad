import { commandStream, type LaneName, type StreamName } from '@guildhall/contracts';
import { SendMessageSchema } from '@guildhall/contracts/notifier/v1/commands';
import { onGroup, type Subscription } from '@guildhall/messaging';
import type { AcceptMessages } from '../../app/accept-messages.ts';
import type { Order } from '../../domain/message.ts';
import { toOrder } from './order.ts';

export const LANES: readonly LaneName[] = ['emergency', 'transactional', 'bulk'];

type Consumer = Readonly<{
  stream: StreamName;
  durable: string;
  filter: readonly string[];
  subscriptions: readonly Subscription[];
}>;

/** Each lane has a consumer of its own, so that a flood in one does not delay another. */
export const sendConsumer = (lane: LaneName, accept: AcceptMessages): Consumer => {
  const subject = `cmd.notifier.v1.${lane}.send`;
  const handle = onGroup(
    SendMessageSchema,
    async (items) => {
      const errors: unknown[] = items.map(() => undefined);
      const orders: Order[] = [];
      const places: number[] = [];
      items.forEach(({ event, delivery }, index) => {
        try {
          orders.push(toOrder(event, delivery.traceparent));
          places.push(index);
        } catch (error) {
          errors[index] = error;
        }
      });
      const results = await accept(orders);
      places.forEach((index, place) => {
        errors[index] = results[place];
      });
      return errors;
    },
    { subject },
  );
  return {
    stream: commandStream('notifier'),
    durable: `notifier-send-${lane}`,
    filter: [`${subject}.*`],
    subscriptions: [handle],
  };
};
