import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { Category, Channel, Lane, Reach } from '@guildhall/contracts/notifier/v1/commands';
import { type Envelope, sendTemplate } from '@guildhall/messaging';
import type { GuestContacts } from '../../app/evacuation/ports.ts';
import { type Broadcast, type BroadcastPart, type Recipient, worthUntil } from '../../domain/broadcasts/broadcast.ts';

/** One command for each recipient; none for a visitor who left neither address nor number. */
export const broadcastCommands =
  (guests: GuestContacts) =>
  async ({ broadcast, recipients }: BroadcastPart): Promise<readonly Envelope[]> =>
    (await Promise.all(recipients.map((one) => commandsFor(one, broadcast, guests)))).flat();

async function commandsFor(
  { personId, kind }: Recipient,
  broadcast: Broadcast,
  guests: GuestContacts,
): Promise<Envelope[]> {
  const { sentAt } = broadcast;
  const body = bodyOf(broadcast, personId);
  if (kind === 'person') return [sendTemplate(sentAt, { ...body, personId, reach: Reach.PREFERRED })];
  const [contact] = await guests.of(personId);
  if (!contact) return [];
  const channel = contact.channel === 'sms' ? Channel.SMS : Channel.EMAIL;
  return [sendTemplate(sentAt, { ...body, channel, to: contact.value })];
}

const bodyOf = (broadcast: Broadcast, personId: string) => {
  const { id, siteName, text, sentBy } = broadcast;
  return {
    idempotencyKey: `broadcast:${id}:${personId}`,
    lane: Lane.TRANSACTIONAL,
    category: Category.PRESENCE,
    template: 'site-message' as const,
    variables: { siteName, text, senderName: sentBy.displayName },
    expiresAt: timestampFromDate(worthUntil(broadcast)),
    reference: `broadcast:${id}`,
    sender: sentBy.personId,
  };
};
