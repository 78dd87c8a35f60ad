import type { Site } from '../../domain/site.ts';
import type { Visitor } from '../../domain/visitors/visitor.ts';
import type { VisitorNotice } from '../../domain/visitors/visitor-notice.ts';
import type { WatchEntry } from '../../domain/visitors/watch-list.ts';
import type { VisitorLinks } from './visitor-links.ts';

const answerableMs = 12 * 3_600_000;

/** Who is told that somebody has come: the host, and for one on the watch list whoever wants to hear of it, each once. */
export function arrivalNotices(
  links: VisitorLinks,
  site: Site,
  visitor: Visitor,
  watch: readonly WatchEntry[],
): readonly VisitorNotice[] {
  const at = visitor.arrivedAt ?? visitor.createdAt;
  const host: VisitorNotice[] = visitor.hostId
    ? [{ type: 'host-arrival', visitor, siteName: site.name, link: answerLink(links, visitor, at), at }]
    : [];
  const told = new Map<string, string>();
  for (const { notifyPersonIds, note } of watch) {
    for (const personId of [...notifyPersonIds, visitor.hostId]) if (personId) told.set(personId, note);
  }
  return [
    ...host,
    ...[...told].map(
      ([personId, note]) => ({ type: 'watch-alert', visitor, siteName: site.name, personId, note, at }) as const,
    ),
  ];
}

export const answerLink = (links: VisitorLinks, visitor: Visitor, at: Date): string =>
  links.answer(visitor, new Date(at.getTime() + answerableMs));
