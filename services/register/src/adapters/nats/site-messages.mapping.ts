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

type Messages = Readonly<{ slackPresence?: SlackPresence | undefined; digest?: Digest | undefined }>;

/** What is said of a summary or a channel in part: the rest of it stays as it is known. */
export function messagesInMask(
  {
    slackPresence,
    digest,
  }: Readonly<{ slackPresence?: ProtoSlackPresence | undefined; digest?: ProtoDigest | undefined }>,
  paths: readonly string[],
  known: Messages = {},
): Messages {
  const fresh = { slackPresence: { channel: '', mode: 'in_place', privacy: 'name' }, digest: noDigest } as const;
  const presenceNames = namesIn(paths, 'slack_presence');
  const digestNames = namesIn(paths, 'digest');
  return {
    ...(slackPresence &&
      presenceNames.length > 0 && {
        slackPresence: partly(
          known.slackPresence ?? fresh.slackPresence,
          slackPresenceOf(slackPresence),
          presenceNames,
        ),
      }),
    ...(digest &&
      digestNames.length > 0 && { digest: partly(known.digest ?? fresh.digest, digestOf(digest), digestNames) }),
  };
}

const noDigest: Digest = { time: '', slackChannel: '', emails: [] };

/** The fields of a message that a mask names one by one. */
const namesIn = (paths: readonly string[], message: string): string[] =>
  paths.includes(message)
    ? []
    : paths
        .filter((path) => path.startsWith(`${message}.`))
        .map((path) => (path === 'digest.slack_channel' ? 'slackChannel' : path.slice(message.length + 1)));

const partly = <Whole extends object>(before: Whole, given: Whole, names: readonly string[]): Whole => ({
  ...before,
  ...Object.fromEntries(Object.entries(given).filter(([name]) => names.includes(name))),
});

export const digestToProto = ({ time, slackChannel, emails }: Digest) => ({ time, slackChannel, emails: [...emails] });

export const digestOf = ({ time, slackChannel, emails }: ProtoDigest): Digest => ({ time, slackChannel, emails });
