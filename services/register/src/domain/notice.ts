import type { Site } from './site.ts';
import type { SlackPresence } from './site-messages.ts';
import type { Visit } from './visit.ts';
import type { Privacy } from './webhook.ts';

/** One post to one Slack webhook or channel about one movement. */
export type PresenceNotice = Readonly<{
  type: 'presence-notice';
  visitId: string;
  /** The address of a webhook, or a channel. */
  to: string;
  movement: 'in' | 'out';
  /** As much of the name as may be told; empty where only counts may. */
  displayName: string;
  count: number;
  siteName: string;
  at: Date;
  /** Where one message a day is kept up to date: the key of that message, and who is inside. */
  board?: Readonly<{ key: string; names: readonly string[] }>;
}>;

/** Who is inside, by name: asked for only where a message shows it. */
export type Names = () => readonly string[];

/** Who is told of a movement. `occupancy` is the one of the fact, so that text and count agree. */
export function presenceNotices(
  site: Site,
  visit: Visit,
  movement: 'in' | 'out',
  occupancy: number,
  names: Names,
): PresenceNotice[] {
  const at = movement === 'out' && visit.out ? visit.out.at : visit.in.at;
  const notice = (to: string, privacy: Privacy): PresenceNotice => ({
    type: 'presence-notice',
    visitId: visit.id,
    to,
    movement,
    displayName: shownName(visit.displayName, privacy),
    count: occupancy,
    siteName: site.name,
    at,
  });
  const webhooks = site.slackWebhooks
    .filter(({ movements }) => movements === 'both' || movements === movement)
    .map(({ url, privacy }) => notice(url, privacy));
  return site.slackPresence ? [...webhooks, channelNotice(site, site.slackPresence, visit, notice, names)] : webhooks;
}

function channelNotice(
  { id }: Site,
  { channel, mode, privacy }: SlackPresence,
  { date }: Visit,
  notice: (to: string, privacy: Privacy) => PresenceNotice,
  names: Names,
): PresenceNotice {
  const post = notice(channel, privacy);
  if (mode === 'posts') return post;
  const shown = privacy === 'count' ? [] : names().map((name) => shownName(name, privacy));
  return { ...post, board: { key: `presence:${id}:${date}`, names: shown.toSorted(byName) } };
}

const byName = new Intl.Collator('en').compare;

function shownName(displayName: string, privacy: Privacy): string {
  switch (privacy) {
    case 'name':
      return displayName;
    case 'initials':
      return initials(displayName);
    case 'count':
      return '';
  }
}

/** "Ada Lovelace" is "A. L.": the first letter of each word, in any script. */
export const initials = (displayName: string): string =>
  displayName
    .split(/\s+/u)
    .flatMap((word) => word.match(/\p{L}\p{M}*|\p{N}/u)?.[0] ?? [])
    .map((letter) => `${letter.toUpperCase()}.`)
    .join(' ');
