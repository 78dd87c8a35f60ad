import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import * as events from '@guildhall/contracts/volunteers/v1/events';
import { type Envelope, fact } from '@guildhall/messaging';
import type { Audited } from '../../domain/audit.ts';
import { type BookFact, bookId } from '../../domain/book.ts';
import type { ConnectionFact } from '../../domain/connection.ts';
import type { LinkFact } from '../../domain/invite-link.ts';
import type { Mail } from '../../domain/mail.ts';
import type { ReconciliationFact } from '../../domain/reconciliation.ts';
import type { VolunteerFact } from '../../domain/volunteer.ts';
import { volunteerMessage } from './volunteer.messages.ts';
import type { MailMessages } from './mail.messages.ts';

export type Anything = VolunteerFact | Audited | Mail | LinkFact | ConnectionFact | BookFact | ReconciliationFact;

/** Translates whatever is stored with a change into the published language. */
export const saidMessages =
  (mails: MailMessages) =>
  (said: Anything): readonly Envelope[] => {
    switch (said.type) {
      case 'audited':
        return [auditMessage(said)];
      case 'invitation':
      case 'alert':
        return mails(said);
      case 'rules-changed':
        return [ruleMessage(said)];
      case 'connection-stopped':
      case 'connection-resumed':
        return [connectionMessage(said)];
      case 'link-warning':
      case 'link-full':
      case 'link-expired':
      case 'link-activated':
        return [linkMessage(said)];
      case 'drift-found':
        return [driftMessage(said)];
      default:
        return [volunteerMessage(said)];
    }
  };

export const auditMessage = ({ of, entry: { at, actorName: _name, ...act } }: Audited): Envelope =>
  fact(events.ActRecordedSchema, of, at, { ...act, at: timestampFromDate(at) });

const ruleMessage = ({ book: { version }, roleKeys, at }: BookFact): Envelope =>
  fact(events.RulesChangedSchema, { id: bookId, version }, at, {
    version,
    roleKeys: [...roleKeys],
    at: timestampFromDate(at),
  });

function connectionMessage(said: ConnectionFact): Envelope {
  const { connection, at } = said;
  const body = { system: connection.id, at: timestampFromDate(at) };
  return said.type === 'connection-stopped'
    ? fact(events.ConnectionStoppedSchema, connection, at, { ...body, reason: said.reason })
    : fact(events.ConnectionResumedSchema, connection, at, body);
}

function linkMessage(said: LinkFact): Envelope {
  const { link, at } = said;
  const body = { linkId: link.id, at: timestampFromDate(at) };
  switch (said.type) {
    case 'link-warning':
      return fact(events.InviteLinkWarningSchema, link, at, { ...body, what: said.what, value: said.value });
    case 'link-full':
      return fact(events.InviteLinkFullSchema, link, at, body);
    case 'link-expired':
      return fact(events.InviteLinkExpiredSchema, link, at, body);
    case 'link-activated':
      return fact(events.InviteLinkActivatedSchema, link, at, body);
  }
}

const driftMessage = ({ run, at }: ReconciliationFact): Envelope =>
  fact(events.MembershipDriftSchema, run, at, {
    reconciliationId: run.id,
    missing: run.totals.missing,
    extra: run.totals.extra,
    unknownUsers: run.totals.unknown_user,
    at: timestampFromDate(at),
  });
