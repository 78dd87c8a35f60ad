import type { Message } from '../message.ts';
import { maskedRecipient } from '../recipient.ts';
import { shownState } from './shown-state.ts';

export const exportedColumns = [
  'id',
  'requested_at',
  'state',
  'channel',
  'category',
  'lane',
  'template',
  'to',
  'person_id',
  'sender',
  'reference',
  'sent_at',
  'delivered_at',
  'read_at',
  'ended_at',
  'reason',
  'attempts',
  'provider',
  'provider_message_id',
  'segments',
  'cost_micros',
] as const;

/** A message as a row of a file; what it has not, the row has not. */
export type ExportedMessage = Readonly<Partial<Record<(typeof exportedColumns)[number], string | number>>>;

const iso = (at: Date | undefined): string | undefined => at?.toISOString();

/** Neither its variables nor what it said. */
export function exportedOf(message: Message): ExportedMessage {
  const { attempts } = message;
  const last = attempts.at(-1);
  const row: Record<(typeof exportedColumns)[number], string | number | undefined> = {
    id: message.id,
    requested_at: iso(message.requestedAt),
    state: shownState(message),
    channel: message.channel,
    category: message.category,
    lane: message.lane,
    template: message.template,
    to: maskedRecipient(message),
    person_id: message.personId,
    sender: message.sender,
    reference: message.reference,
    sent_at: iso(message.sentAt),
    delivered_at: iso(message.deliveredAt),
    read_at: iso(message.readAt),
    ended_at: iso(message.endedAt),
    reason: message.reason,
    attempts: attempts.length,
    provider: last?.provider,
    provider_message_id: last?.providerMessageId,
    segments: sum(attempts.map(({ segments }) => segments)),
    cost_micros: sum(attempts.map(({ costMicros }) => costMicros)),
  };
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined && value !== ''));
}

function sum(numbers: readonly (number | undefined)[]): number | undefined {
  const known = numbers.filter((number) => number !== undefined);
  return known.length > 0 ? known.reduce((total, number) => total + number, 0) : undefined;
}
