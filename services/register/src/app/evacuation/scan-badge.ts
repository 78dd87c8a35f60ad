import type { Clock, Handler } from '@guildhall/kernel';
import { entryIdOf, markEntry } from '../../domain/evacuation/entry.ts';
import { refusals } from '../../domain/evacuation/refusals.ts';
import type { Links } from '../links.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';
import { type Asker, incidentFor } from './access.ts';
import type { ChangeEntry } from './change-entry.ts';
import { lastPart, type Standpoint } from './muster.ts';
import type { Incidents } from './ports.ts';

export type ScanBadge = Readonly<{
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
  clock: Clock;
}>;

/** A warden scans the badge of somebody who stands there: safe. A foreign badge says nothing about whose it is. */
export const scanBadgeHandler =
  (deps: Deps): Handler<ScanBadge, Standpoint> =>
  async ({ incidentId, code, markId, musterPoint, by }) => {
    const incident = await incidentFor(by, incidentId, deps);
    if (!incident.open) throw refusals.incidentEnded();
    const at = deps.clock.now();
    const personId = deps.links.read('badge', lastPart(code), at)?.['v'];
    if (!personId) throw refusals.unknownCode();
    const said = { id: markId, state: 'safe', source: 'scan', at, receivedAt: at } as const;
    const mark = { ...said, byId: by.personId, byName: by.displayName, ...(musterPoint && { musterPoint }) };
    const entry = await deps.change({ id: entryIdOf(incident.id, personId), incident }, (known) =>
      known.marks.some(({ id }) => id === markId) ? undefined : markEntry(known, [mark], at),
    );
    if (!entry) throw refusals.unknownCode();
    return { incident, entry };
  };
