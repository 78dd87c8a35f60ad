import type { Entry } from './entry.ts';
import type { Incident } from './incident.ts';
import type { MarkSource, MarkState } from './mark.ts';

/** One line of what happened. */
export type TimelineItem = Readonly<{
  at: Date;
  what: 'started' | 'arrived' | 'added' | 'marked' | 'signed_out' | 'ended';
  subject?: string;
  by?: string;
  state?: MarkState;
  source?: MarkSource;
  note?: string;
  musterPoint?: string;
  /** It came in after the end. */
  late: boolean;
}>;

/** Everything that happened, in order. */
export function timelineOf(incident: Incident, entries: readonly Entry[]): readonly TimelineItem[] {
  const { startedAt, startedBy, endedAt, endedBy, message, note } = incident;
  const started = { at: startedAt, what: 'started', by: startedBy.displayName, late: false } as const;
  const items: TimelineItem[] = [
    { ...started, ...(message && { note: message }) },
    ...entries.flatMap((entry) => itemsOf(entry, endedAt)),
  ];
  if (endedAt && endedBy) {
    items.push({ at: endedAt, what: 'ended', by: endedBy.displayName, late: false, ...(note && { note }) });
  }
  return items.sort((a, b) => a.at.getTime() - b.at.getTime());
}

function itemsOf(entry: Entry, endedAt: Date | undefined): TimelineItem[] {
  const { displayName: subject, origin, addedAt, signedOutAt, marks } = entry;
  const items: TimelineItem[] = marks.map(({ at, state, source, byName: by, note, musterPoint, receivedAt }) => ({
    at,
    what: 'marked',
    subject,
    by,
    state,
    source,
    ...(note && { note }),
    ...(musterPoint && { musterPoint }),
    late: isLate({ receivedAt }, endedAt),
  }));
  if (origin !== 'frozen') {
    items.push({ at: addedAt, what: origin === 'arrived' ? 'arrived' : 'added', subject, late: false });
  }
  if (signedOutAt) items.push({ at: signedOutAt, what: 'signed_out', subject, late: false });
  return items;
}

/** A mark that came in after the end: kept, but nobody knew of it then. */
export const isLate = ({ receivedAt }: Readonly<{ receivedAt: Date }>, endedAt: Date | undefined): boolean =>
  endedAt !== undefined && receivedAt > endedAt;
