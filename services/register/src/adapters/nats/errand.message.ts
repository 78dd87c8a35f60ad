import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { Category, Channel, Lane } from '@guildhall/contracts/notifier/v1/commands';
import { type Envelope, sendCommand } from '@guildhall/messaging';
import type { Errand, Recipient } from '../../domain/errand.ts';

const categories = { reminder: Category.REMINDER, presence: Category.PRESENCE } as const;

/** Asks the notifier for one message. */
export const errandMessage = ({ key, to, category, template, variables, at, expiresAt, reference }: Errand): Envelope =>
  sendCommand(at, {
    idempotencyKey: key,
    lane: Lane.TRANSACTIONAL,
    category: categories[category],
    template,
    variables: { ...variables },
    expiresAt: timestampFromDate(expiresAt),
    reference,
    ...recipientOf(to),
  });

function recipientOf(to: Recipient) {
  if ('personId' in to) return { personId: to.personId };
  return 'email' in to ? { channel: Channel.EMAIL, to: to.email } : { channel: Channel.SLACK, to: to.slackChannel };
}
