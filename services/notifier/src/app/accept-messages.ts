import { AppError, type Clock, type Handler } from '@guildhall/kernel';
import { outdated, request, unreachable } from '../domain/delivery.ts';
import type { Order } from '../domain/message.ts';
import type { Recipient } from '../domain/reach.ts';
import { hold, refuse } from '../domain/holding.ts';
import { isRecipient, isUpdatable } from '../domain/recipient.ts';
import type { Ruling } from '../domain/rules/ruling.ts';
import { ordersFor } from './address-order.ts';
import type { Asked } from './asked.ts';
import { announceLatest } from './announce-latest.ts';
import type { Attachments, MessageRepository, Outlets, Recipients, Templates, Updates } from './ports.ts';
import type { Precedence } from './precedence.ts';
import type { JoinDigest } from './rules/digests.ts';
import type { Rules } from './rules/ports.ts';
import { type RuledOrder, ruleOrders } from './rules/rule-orders.ts';
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
  rules: Rules;
  join: JoinDigest;
  clock: Clock;
  /** The same for the same text. */
  idOf: (text: string) => string;
}>;

/** What went wrong with each order, undefined where it is stored or had been asked for before. */
export type AcceptMessages = Handler<readonly Asked[], readonly unknown[]>;

const NOTHING = { addressed: [], recipient: undefined } as const;

const MOST_BYTES = 5 * 1024 * 1024;

/** Stores what was asked for and hands it to the sender at once, without another look at the store. */
export function acceptMessagesHandler(deps: Deps): AcceptMessages {
  const { recipients, templates } = deps;
  const address = (asked: Asked, known: ReadonlyMap<string, Recipient>) => {
    assertSendable(asked);
    const recipient = 'personId' in asked.target ? known.get(asked.target.personId) : undefined;
    return { addressed: ordersFor(asked, known, templates), recipient };
  };
  const acceptAll: AcceptMessages = async (all) => {
    const personIds = all.flatMap(({ target }) => ('personId' in target ? [target.personId] : []));
    const known = personIds.length > 0 ? await recipients.findMany(personIds) : new Map<string, Recipient>();
    await announceLatest(deps, all);
    const addressed = await Promise.allSettled(all.map(async (asked) => address(asked, known)));
    const wanted = addressed.map((one) => (one.status === 'fulfilled' ? one.value : NOTHING));
    const ruled = await ruleOrders(deps, wanted, deps.clock.now());
    const results = await Promise.allSettled(
      all.map(async (asked, index) => {
        if (addressed[index]?.status === 'rejected') throw addressed[index].reason;
        await Promise.all((ruled[index] ?? []).map((one) => store(deps, asked, one)));
      }),
    );
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

async function store(deps: Deps, asked: Asked, { order, id, ruling }: RuledOrder): Promise<void> {
  const { messages, templates, clock } = deps;
  const now = clock.now();
  if (ruling.kind === 'unreachable') return void (await messages.add(unreachable(order, id, now)));
  // A message that can never be rendered or addressed is refused here, where the asking service's mistake shows.
  if (!isRecipient(order.channel, order.to)) {
    throw new AppError('invalid', 'notifier.bad_recipient', `This is not a recipient for ${order.channel}.`);
  }
  templates.check(order);
  if (ruling.kind === 'drop') return void (await messages.add(refuse(order, id, ruling.reason, now)));
  if (await isOutdated(deps, order, id)) return void (await messages.add(outdated(order, id, now)));
  if (ruling.kind === 'hold') return holdBack(deps, asked, { order, id, ruling });
  if (hasOwnFiles(order)) await deps.attachments.put(id, asked.attachments);
  await begin(deps, order, id);
}

async function begin(deps: Deps, order: Order, id: string): Promise<void> {
  const { messages, outlets, sender, clock } = deps;
  const decided = request(order, id, clock.now(), outlets.waitMs(order, false));
  const isNew = await messages.add(decided);
  if (!isNew || decided.next.status !== 'sending') return;
  sender.offer(decided.next);
  // One that came meanwhile did not find it there yet.
  if (await isOutdated(deps, order, id)) sender.drop(id);
}

type HeldOrder = Readonly<{ order: Order; id: string; ruling: Extract<Ruling, { kind: 'hold' }> }>;

async function holdBack(deps: Deps, { attachments }: Asked, { order, id, ruling }: HeldOrder): Promise<void> {
  const now = deps.clock.now();
  if (hasOwnFiles(order)) await deps.attachments.put(id, attachments, ruling.until);
  const digestId = await deps.join(order, ruling, now);
  await deps.messages.add(hold(order, id, now, ruling.until, ruling.why, digestId));
}

const hasOwnFiles = ({ hasAttachments, attachedTo }: Order): boolean => hasAttachments === true && !attachedTo;

const isOutdated = async ({ updates }: Deps, order: Order, id: string): Promise<boolean> =>
  isUpdatable(order) && !(await updates.isLatest({ ...order, id }));
