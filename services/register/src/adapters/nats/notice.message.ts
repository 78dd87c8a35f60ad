import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { Category, Channel, Lane } from '@guildhall/contracts/notifier/v1/commands';
import { type Envelope, sendCommand } from '@guildhall/messaging';
import { createHash } from 'node:crypto';
import type { PresenceNotice } from '../../domain/notice.ts';

const worthForMs = 3_600_000;

/** Asks the notifier for one post; an hour later nobody wants to read it any more. */
export function noticeMessage({ visitId, url, movement, displayName, count, siteName, at }: PresenceNotice): Envelope {
  return sendCommand(at, {
    idempotencyKey: `presence:${visitId}:${movement}:${fingerprint(url)}`,
    lane: Lane.TRANSACTIONAL,
    category: Category.PRESENCE,
    channel: Channel.SLACK,
    to: url,
    template: 'presence',
    variables: { displayName, movement, count: String(count), siteName },
    expiresAt: timestampFromDate(new Date(at.getTime() + worthForMs)),
    reference: visitId,
  });
}

/** The address itself is a secret; its fingerprint tells two webhooks of a site apart. */
const fingerprint = (url: string): string => createHash('sha256').update(url).digest('base64url').slice(0, 16);
