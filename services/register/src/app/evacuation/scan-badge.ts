import type { Clock, Handler } from '@guildhall/kernel';
import { entryIdOf, markEntry } from '../../domain/evacuation/entry.ts';
import { type PhoneTimes, timeSaid } from '../../domain/evacuation/mark.ts';
import { refusals } from '../../domain/evacuation/refusals.ts';
import type { Links } from '../links.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';
import { type Asker, incidentFor } from './access.ts';
import { withMarkAudits } from './act-audits.ts';
import type { ChangeEntry } from './change-entry.ts';
import { lastPart, type Standpoint } from './muster.ts';
import type { BadgeHolders, Incidents } from './ports.ts';

export type ScanBadge = PhoneTimes &
  Readonly<{
    incidentId: string;
    code: string;
    markId: string;
    musterPoint: string;
    by: Asker;
  }>;

type Deps = Readonly<{
  sites: SiteCatalogue;
  incidents: Incidents;
  change: ChangeEntry;
  links: Links;
  badgeHolders: BadgeHolders;
  clock: Clock;
}>;

/** A warden scans the badge of somebody who stands there: safe. A foreign badge says nothing about whose it is. */
export const scanBadgeHandler =
  (deps: Deps): Handler<ScanBadge, Standpoint> =>
  async ({ incidentId, code, markId, musterPoint, by, ...times }) => {
    const incident = await incidentFor(by, incidentId, deps);
    const receivedAt = deps.clock.now();
    const at = timeSaid(times, incident.startedAt, receivedAt);
    // What was scanned in time counts, however late the phone could say it.
    if (incident.endedAt && at > incident.endedAt) throw refusals.incidentEnded();
    const personId = deps.links.read('badge', lastPart(code), at)?.['v'] ?? (await deps.badgeHolders.of(code));
    if (!personId) throw refusals.unknownCode();
    const said = { id: markId, state: 'safe', source: 'scan', at, receivedAt } as const;
    const mark = { ...said, byId: by.personId, byName: by.displayName, ...(musterPoint && { musterPoint }) };
    const entry = await deps.change({ id: entryIdOf(incident.id, personId), incident }, (known) => {
      const isNews = !known.marks.some(({ id }) => id === markId);
      const outcome = isNews && markEntry(known, [mark], receivedAt);
      return outcome && withMarkAudits(outcome, by);
    });
    if (!entry) throw refusals.unknownCode();
    return { incident, entry };
  };
