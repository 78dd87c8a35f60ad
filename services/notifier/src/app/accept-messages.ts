import { AppError, type Clock, type Handler } from '@guildhall/kernel';
import { outdated, request, unreachable } from '../domain/delivery.ts';
import type { Order } from '../domain/message.ts';
import type { Recipient } from '../domain/reach.ts';
import { isRecipient, isUpdatable } from '../domain/recipient.ts';
import { type Addressed, ordersFor } from './address-order.ts';
import type { Asked } from './asked.ts';
import { announceLatest } from './announce-latest.ts';
import type { Attachments, MessageRepository, Outlets, Recipients, Templates, Updates } from './ports.ts';
import type { Precedence } from './precedence.ts';
import type { Sender } from './sender.ts';

type Deps = Readonly<{
  messages: Pick<MessageRepository, 'add'>;
  recipients: Pick<Recipients, 'findMany'>;
  attachments: Pick<Attachments, 'put'>;
  updates: Updates;
  templates: Pick<Templates, 'check' | 'channelsOf'>;
  outlets: Pick<Outlets, 'waitMs'>;
  sender: Pick<Sender, 'offer' | 'drop'>;
  precedence: Precedence;
  clock: Clock;
  /** The same for the same text. */
  idOf: (text: string) => string;
}>;

/** What went wrong with each order, undefined where it is stored or had been asked for before. */
export type AcceptMessages = Handler<readonly Asked[], readonly unknown[]>;

const MOST_BYTES = 5 * 1024 * 1024;

/** Stores what was asked for and hands it to the sender at once, without another look at the store. */
export function acceptMessagesHandler(deps: Deps): AcceptMessages {
  const { recipients, templates } = deps;
  const accept = async (asked: Asked, known: ReadonlyMap<string, Recipient>): Promise<void> => {
    assertSendable(asked);
    const addressed = ordersFor(asked, known, templates);
    await Promise.all(addressed.map((one) => store(deps, asked, one)));
  };
  const acceptAll: AcceptMessages = async (all) => {
    const personIds = all.flatMap(({ target }) => ('personId' in target ? [target.personId] : []));
    const known = personIds.length > 0 ? await recipients.findMany(personIds) : new Map<string, Recipient>();
    await announceLatest(deps, all);
    const results = await Promise.allSettled(all.map((asked) => accept(asked, known)));
    return results.map((result) => (result.status === 'rejected' ? result.reason : undefined));
  };
  return async (all) => {
    if (!all.some(({ wish }) => wish.lane === 'emergency')) {
      await deps.precedence.calm();
      return acceptAll(all);
    }
    const leave = deps.precedence.enter();
    return acceptAll(all).finally(leave);
  };
}

function assertSendable({ attachments }: Asked): void {
  const bytes = attachments.reduce((sum, { content }) => sum + content.length, 0);
  if (bytes <= MOST_BYTES) return;
  throw new AppError('invalid', 'notifier.attachments_too_large', 'The attachments are more than 5 MB together.');
}

async function store(deps: Deps, asked: Asked, { order, isReachable }: Addressed): Promise<void> {
  const { messages, templates, outlets, sender, clock } = deps;
  const now = clock.now();
  const id = deps.idOf(order.contactId ? `${order.idempotencyKey} ${order.contactId}` : order.idempotencyKey);
  if (!isReachable) return void (await messages.add(unreachable(order, id, now)));
  // A message that can never be rendered or addressed is refused here, where the asking service's mistake shows.
  if (!isRecipient(order.channel, order.to)) {
    throw new AppError('invalid', 'notifier.bad_recipient', `This is not a recipient for ${order.channel}.`);
  }
  templates.check(order);
  if (await isOutdated(deps, order, id)) return void (await messages.add(outdated(order, id, now)));
  if (order.hasAttachments) await deps.attachments.put(id, asked.attachments);
  const decided = request(order, id, now, outlets.waitMs(order, false));
  const isNew = await messages.add(decided);
  if (!isNew || decided.next.status !== 'sending') return;
  sender.offer(decided.next);
  // One that came meanwhile did not find it there yet.
  if (await isOutdated(deps, order, id)) sender.drop(id);
}

const isOutdated = async ({ updates }: Deps, order: Order, id: string): Promise<boolean> =>
  isUpdatable(order) && !(await updates.isLatest({ ...order, id }));
