import { type MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type { SlackEventReceivedSchema } from '@guildhall/contracts/gateway/v1/events';
import type { Sealer } from '@guildhall/messaging';
import { z } from 'zod';
import { malformedWebhook } from './webhook.ts';

type Received = Exclude<MessageInitShape<typeof SlackEventReceivedSchema>, { $typeName: string }>;

const LONGEST_EVENT = 64 * 1_024;

const id = z.string().regex(/^[\w-]{1,64}$/);
const text = (longest: number) => z.string().max(longest).catch('');
const flag = z.boolean().catch(false);

const Envelope = z.object({
  event_id: id,
  team_id: id,
  event_time: z.int().min(0).max(100_000_000_000).optional().catch(undefined),
  event: z.looseObject({ type: z.string().regex(/^[\w.]{1,80}$/) }),
});

const User = z.object({
  id,
  deleted: flag,
  is_bot: flag,
  is_restricted: flag,
  is_ultra_restricted: flag,
  real_name: text(200),
  profile: z.object({ email: text(320), real_name: text(200) }).catch({ email: '', real_name: '' }),
});

// Of the many kinds of events each has the fields of its own: what does not look like one of ours is left out.
const Parts = z.object({
  user: z
    .union([User, id.transform((one) => ({ id: one }))])
    .optional()
    .catch(undefined),
  channel: z
    .union([z.object({ id, name: text(200) }), id.transform((one) => ({ id: one, name: '' }))])
    .optional()
    .catch(undefined),
  inviter: id.catch(''),
});

/** What we say of an event of Slack's Events API. Throws `malformed` when it is none. */
export function readEvent(envelope: object, sealer: Sealer, now: Date): Received & { eventId: string; teamId: string } {
  const read = Envelope.safeParse(envelope);
  if (!read.success) throw malformedWebhook('an event_id, a team_id and an event with its type');
  const { event_id: eventId, team_id: teamId, event, event_time: seconds } = read.data;
  const { user, channel, inviter } = Parts.parse(event);
  const isSmall = Buffer.byteLength(JSON.stringify(event)) <= LONGEST_EVENT;
  return {
    eventId,
    teamId,
    type: event.type,
    userId: user?.id ?? '',
    channelId: channel?.id ?? '',
    channelName: channel?.name ?? '',
    inviterId: inviter,
    at: timestampFromDate(seconds === undefined ? now : new Date(seconds * 1_000)),
    ...(user && 'profile' in user && described(user)),
    ...(isSmall && { sealedEvent: sealer.seal(event, eventId) }),
  };
}

const described = (user: z.infer<typeof User>): Received => ({
  email: user.profile.email,
  userName: user.profile.real_name || user.real_name,
  deleted: user.deleted,
  isBot: user.is_bot,
  isGuest: user.is_restricted || user.is_ultra_restricted,
});
