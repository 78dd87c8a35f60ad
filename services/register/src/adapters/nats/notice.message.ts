import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { Category, Channel, Lane } from '@guildhall/contracts/notifier/v1/commands';
import { type Envelope, sendTemplate } from '@guildhall/messaging';
import { hash } from 'node:crypto';
import type { PresenceNotice } from '../../domain/notice.ts';

const worthForMs = 3_600_000;

/** Asks the notifier for one post; an hour later nobody wants to read it any more. */
export function noticeMessage(notice: PresenceNotice): Envelope {
  const { visitId, to, movement, displayName, count, siteName, at, board } = notice;
  const variables = { displayName, movement, count, siteName };
  const command = {
    idempotencyKey: `presence:${visitId}:${movement}:${fingerprint(to)}`,
    lane: Lane.TRANSACTIONAL,
    category: Category.PRESENCE,
    channel: Channel.SLACK,
    to,
    expiresAt: timestampFromDate(new Date(at.getTime() + worthForMs)),
    reference: visitId,
  };
  if (!board) return sendTemplate(at, { ...command, template: 'presence', variables });
  const names = namesLine(board.names);
  const updateKey = board.key;
  return sendTemplate(at, { ...command, updateKey, template: 'presence-board', variables: { ...variables, names } });
}

const mostNames = 60;

const namesLine = (names: readonly string[]): string =>
  names.length > mostNames
    ? `${names.slice(0, mostNames).join(', ')} and ${names.length - mostNames} more`
    : names.join(', ');

/** The address itself is a secret; its fingerprint tells two webhooks of a site apart. */
const fingerprint = (url: string): string => hash('sha256', url, 'base64url').slice(0, 16);
