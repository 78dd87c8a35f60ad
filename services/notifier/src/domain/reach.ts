import type { Channel } from './message.ts';

export type Contact = Readonly<{ id: string; channel: Channel; value: string }>;

/** A person as far as messages go. */
export type Recipient = Readonly<{
  personId: string;
  /** Of the person in identity: what was said earlier is not news. */
  version: number;
  locale?: string;
  timeZone?: string;
  preferredContactId?: string;
  contacts: readonly Contact[];
  /** Whose inbox is used, after a merge. */
  survivorId?: string;
  /** Cannot sign in any more: has no inbox. */
  isGone?: boolean;
}>;

/** Which contacts of a person a message goes to. */
export type Reach = Readonly<{
  kind: 'preferred' | 'every' | 'nth';
  /** With `nth`: 0 is the first. */
  nth: number;
  /** Contacts of this channel only. */
  channel?: Channel;
}>;

const ORDER: readonly Channel[] = ['sms', 'email', 'push', 'slack', 'inbox'];

/** What the inbox is called among somebody's contacts. */
const INBOX = 'inbox';

/** The contacts that are meant, among those whose channel the template has words for. */
export function contactsFor(recipient: Recipient, reach: Reach, channels: readonly Channel[]): readonly Contact[] {
  const { contacts, preferredContactId } = recipient;
  const place = ({ id, channel }: Contact): number => (id === preferredContactId ? -1 : ORDER.indexOf(channel));
  const usable = [...contacts, ...inboxOf(recipient, reach)]
    .filter(({ channel }) => channels.includes(channel) && (!reach.channel || reach.channel === channel))
    .toSorted((a, b) => place(a) - place(b) || (a.id < b.id ? -1 : 1));
  switch (reach.kind) {
    case 'every':
      return usable;
    case 'preferred':
      return usable.slice(0, 1);
    case 'nth':
      return usable.slice(reach.nth, reach.nth + 1);
  }
}

/** Everybody's last contact; nobody is led there step by step unless it is asked for. */
function inboxOf({ personId, survivorId = personId, isGone }: Recipient, { kind, channel }: Reach): readonly Contact[] {
  if (isGone || (kind === 'nth' && channel !== 'inbox')) return [];
  return [{ id: INBOX, channel: 'inbox', value: survivorId }];
}
