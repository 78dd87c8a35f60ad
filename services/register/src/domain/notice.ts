import type { Site } from './site.ts';
import type { Visit } from './visit.ts';
import type { Privacy } from './webhook.ts';

/** One post to one Slack webhook about one movement. */
export type PresenceNotice = Readonly<{
  type: 'presence-notice';
  visitId: string;
  url: string;
  movement: 'in' | 'out';
  /** As much of the name as the webhook may see; empty when it sees counts only. */
  displayName: string;
  count: number;
  siteName: string;
  at: Date;
}>;

/** Who is told of a movement. `occupancy` is the one of the fact, so that text and count agree. */
export function presenceNotices(site: Site, visit: Visit, movement: 'in' | 'out', occupancy: number): PresenceNotice[] {
  const at = movement === 'out' && visit.out ? visit.out.at : visit.in.at;
  return site.slackWebhooks
    .filter(({ movements }) => movements === 'both' || movements === movement)
    .map(({ url, privacy }) => ({
      type: 'presence-notice',
      visitId: visit.id,
      url,
      movement,
      displayName: shownName(visit.displayName, privacy),
      count: occupancy,
      siteName: site.name,
      at,
    }));
}

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
