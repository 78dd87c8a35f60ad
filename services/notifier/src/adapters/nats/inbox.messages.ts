import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { InboxChange, InboxChangedSchema } from '@guildhall/contracts/notifier/v1/events';
import { type Envelope, fact } from '@guildhall/messaging';
import type { InboxChange as Change, InboxFact } from '../../domain/inbox/entry.ts';

const changes: Readonly<Record<Change, InboxChange>> = {
  added: InboxChange.ADDED,
  read: InboxChange.READ,
  unread: InboxChange.UNREAD,
  seen: InboxChange.SEEN,
  snoozed: InboxChange.SNOOZED,
  returned: InboxChange.RETURNED,
  archived: InboxChange.ARCHIVED,
  unarchived: InboxChange.UNARCHIVED,
};

/** Says that something changed, and not what it says: words stay in the inbox. */
export const inboxEnvelope = ({ change, entry, at }: InboxFact): Envelope =>
  fact(InboxChangedSchema, entry, at, {
    personId: entry.personId,
    entryId: entry.id,
    change: changes[change],
    at: timestampFromDate(at),
  });
