import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { Category, Lane } from '@guildhall/contracts/notifier/v1/commands';
import { type Envelope, sendTemplate } from '@guildhall/messaging';
import type { FailureAlert } from '@guildhall/webhooks';
import type { HookSettings } from '../../domain/hooks/events.ts';

const worthForMs = 7 * 24 * 3_600_000;

/** Tells who made the webhook, once, that it was switched off. */
export const hookAlertMessage = ({ subscription, at }: FailureAlert<HookSettings>): Envelope => {
  const { id, createdBy: personId, failingSince = at, settings } = subscription;
  return sendTemplate(at, {
    idempotencyKey: `hook-disabled:${id}:${failingSince.getTime()}`,
    lane: Lane.TRANSACTIONAL,
    category: Category.PRESENCE,
    template: 'webhook-disabled',
    personId,
    variables: { host: URL.parse(settings.url)?.host ?? '', description: settings.description },
    expiresAt: timestampFromDate(new Date(at.getTime() + worthForMs)),
    reference: `hook:${id}`,
  });
};
