import { AppError, type Clock, type Handler } from '@guildhall/kernel';
import { request } from '../domain/delivery.ts';
import type { Order } from '../domain/message.ts';
import { isRecipient } from '../domain/recipient.ts';
import type { MessageRepository, Outlets, Templates } from './ports.ts';
import type { Sender } from './sender.ts';

type Deps = Readonly<{
  messages: MessageRepository;
  templates: Templates;
  outlets: Outlets;
  sender: Pick<Sender, 'offer'>;
  clock: Clock;
  /** The same for the same idempotency key. */
  idOf: (idempotencyKey: string) => string;
}>;

/** What went wrong with each order, undefined where it is stored or had been asked for before. */
export type AcceptMessages = Handler<readonly Order[], readonly unknown[]>;

/** Stores what was asked for and hands it to the sender at once, without another look at the store. */
export function acceptMessagesHandler({ messages, templates, outlets, sender, clock, idOf }: Deps): AcceptMessages {
  const accept = async (order: Order): Promise<void> => {
    // A message that can never be rendered or addressed is refused here, where the asking service's mistake shows.
    if (!isRecipient(order.channel, order.to)) {
      throw new AppError('invalid', 'notifier.bad_recipient', `This is not a recipient for ${order.channel}.`);
    }
    templates.render(order);
    const decided = request(order, idOf(order.idempotencyKey), clock.now(), outlets.waitMs(order, false));
    const isNew = await messages.add(decided);
    if (isNew && decided.next.status === 'sending') sender.offer(decided.next);
  };
  return async (orders) => {
    const results = await Promise.allSettled(orders.map(accept));
    return results.map((result) => (result.status === 'rejected' ? result.reason : undefined));
  };
}
