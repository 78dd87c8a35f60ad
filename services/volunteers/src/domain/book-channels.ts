import type { NewId } from '@guildhall/kernel';
import { type Book, type Channel, channelOf, isSameName, type System } from './book.ts';
import { type BookChange, differing, inFields, merged, noChange } from './book-change.ts';
import { checkedChannel } from './channel-fields.ts';
import { namesOfTemplates } from './book-templates.ts';
import { ruleRefusals } from './rule-refusals.ts';

export type NewChannel = Readonly<{
  system: System;
  name: string;
  externalId: string;
  isPrivate: boolean;
  autoCreate: boolean;
}>;

/** A channel more that is managed. */
export function withChannel(book: Book, given: NewChannel, newId: NewId): BookChange & Readonly<{ channel: Channel }> {
  const { system, isPrivate, autoCreate } = given;
  const channel: Channel = { id: newId(), system, isPrivate, autoCreate, state: 'unknown', ...checkedChannel(given) };
  refuseTwin(book.channels, channel);
  const after = inFields(channel, ['system', 'externalId']);
  const next = { ...book, channels: [...book.channels, channel] };
  return { next, channel, acts: [{ action: 'channel.added', subject: channel.name, after }] };
}

export type ChannelChange = Readonly<Partial<Omit<NewChannel, 'system'>>>;

const changeable = ['name', 'externalId', 'isPrivate', 'autoCreate'] as const;

/** A channel as it is called now. Its id in the system stays, and so does what templates know it by. */
export function changedChannel(book: Book, id: string, change: ChannelChange): BookChange {
  const { externalId: old, ...channel } = known(book, id);
  const wanted = merged({ ...channel, externalId: old ?? '' }, change);
  const { externalId: _checked, ...rest } = wanted;
  const after: Channel = { ...rest, ...checkedChannel(wanted) };
  const before = known(book, id);
  const fields = differing(before, after, changeable);
  if (fields.length === 0) return noChange(book);
  refuseTwin(
    book.channels.filter((one) => one.id !== id),
    after,
  );
  const isElsewhere = after.externalId !== before.externalId || after.externalId === undefined;
  const seen = isElsewhere || after.autoCreate !== before.autoCreate ? { state: 'unknown' as const } : {};
  const channels = book.channels.map((one) => (one.id === id ? { ...after, ...seen } : one));
  const act = { before: inFields(before, fields), after: inFields(after, fields) };
  return { next: { ...book, channels }, acts: [{ action: 'channel.changed', subject: before.name, ...act }] };
}

/** The book without a channel that no rule names and nobody is to have. */
export function withoutChannel(book: Book, id: string, volunteers: number): BookChange {
  const channel = known(book, id);
  const { templateName } = channel;
  const isMade = templateName !== undefined && namesOfTemplates(book).has(templateName);
  const named = book.rules.filter((rule) => 'channelId' in rule && rule.channelId === id);
  const rules = named.length + (isMade ? 1 : 0);
  if (rules > 0) throw ruleRefusals.usedByRules(`The channel "${channel.name}"`, rules);
  if (volunteers > 0) throw ruleRefusals.usedByVolunteers(`The channel "${channel.name}"`, volunteers);
  const channels = book.channels.filter((one) => one !== channel);
  return { next: { ...book, channels }, acts: [{ action: 'channel.removed', subject: channel.name }] };
}

function known(book: Book, id: string): Channel {
  const channel = channelOf(book, id);
  if (!channel) throw ruleRefusals.channelNotFound();
  return channel;
}

function refuseTwin(channels: readonly Channel[], { name, system, externalId }: Channel): void {
  if (channels.some((one) => isSameName(one.name, name))) {
    throw ruleRefusals.duplicateChannel('/name', 'is what another channel is called');
  }
  const twin = channels.find(
    (one) => one.system === system && externalId !== undefined && one.externalId === externalId,
  );
  if (twin) throw ruleRefusals.duplicateChannel('/externalId', `is the channel "${twin.name}"`);
}
