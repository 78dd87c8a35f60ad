import {
  type Digest as ProtoDigest,
  SlackMode,
  type SlackPresence as ProtoSlackPresence,
} from '@guildhall/contracts/register/v1/service';
import type { Digest, SlackPresence } from '../../domain/site-messages.ts';
import { privacyOf, privacyToProto } from './vocabulary.ts';

export const slackPresenceToProto = ({ channel, mode, privacy }: SlackPresence) => ({
  channel,
  mode: mode === 'posts' ? SlackMode.POSTS : SlackMode.IN_PLACE,
  privacy: privacyToProto[privacy],
});

export const slackPresenceOf = ({ channel, mode, privacy }: ProtoSlackPresence): SlackPresence => ({
  channel,
  mode: mode === SlackMode.POSTS ? 'posts' : 'in_place',
  privacy: privacyOf(privacy),
});

export const digestToProto = ({ time, slackChannel, emails }: Digest) => ({ time, slackChannel, emails: [...emails] });

export const digestOf = ({ time, slackChannel, emails }: ProtoDigest): Digest => ({ time, slackChannel, emails });
