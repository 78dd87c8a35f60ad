import { AppError } from '@guildhall/kernel';
import type { Order } from '../domain/message.ts';
import { type Contact, contactsFor, type Reach, type Recipient } from '../domain/reach.ts';
import type { Asked } from './asked.ts';
import type { Templates } from './ports.ts';

/** An order with its address; not reachable when the person has no such contact. */
export type Addressed = Readonly<{
  order: Order;
  isReachable: boolean;
  /** One of several contacts, in their order, of which one is used. */
  isAlternative?: boolean;
}>;

/** Deliveries before a person nobody told us of counts as one without contacts: about ten seconds. */
const PATIENT_ATTEMPTS = 10;

/**
 * One order for each address that is meant. Throws `stale` (`notifier.recipient_unknown`) for a person who is not known
 * yet: identity's word may be on its way.
 */
export function ordersFor(
  asked: Asked,
  known: ReadonlyMap<string, Recipient>,
  templates: Pick<Templates, 'channelsOf'>,
): readonly Addressed[] {
  const { wish, target } = asked;
  if (!('personId' in target)) {
    const hasAttachments = target.channel === 'email' && hasFiles(asked);
    const owner = target.channel === 'inbox' && { personId: target.to };
    return [{ order: { ...wish, ...target, ...owner, ...(hasAttachments && { hasAttachments }) }, isReachable: true }];
  }
  const { personId, reach } = target;
  const channels = templates.channelsOf(wish.template);
  const recipient = known.get(personId);
  if (!recipient && asked.attempt < PATIENT_ATTEMPTS) {
    throw new AppError('stale', 'notifier.recipient_unknown', 'Nobody has told the notifier of this person yet.');
  }
  // Which of them is preferred depends on what the person wants, and where nothing arrives any more.
  const isAlternative = reach.kind === 'preferred';
  const among: Reach = isAlternative ? { ...reach, kind: 'every' } : reach;
  const contacts = recipient ? contactsFor(recipient, among, channels) : [];
  if (contacts.length > 0) {
    return contacts.map((contact) => ({
      order: orderTo(asked, personId, contact, recipient),
      isReachable: true,
      isAlternative,
    }));
  }
  const channel = reach.channel ?? channels[0] ?? 'email';
  return [{ order: { ...wish, channel, to: '', personId }, isReachable: false }];
}

function orderTo(asked: Asked, personId: string, contact: Contact, recipient?: Recipient): Order {
  const { wish } = asked;
  const { id: contactId, channel, value: to } = contact;
  const locale = wish.locale ?? recipient?.locale;
  const hasAttachments = channel === 'email' && hasFiles(asked);
  return {
    ...wish,
    channel,
    to,
    personId,
    contactId,
    ...(locale && { locale }),
    ...(hasAttachments && { hasAttachments }),
  };
}

const hasFiles = ({ attachments, wish }: Asked): boolean => attachments.length > 0 || wish.attachedTo !== undefined;
