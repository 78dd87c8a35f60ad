import { type Clock, type Handler, isStale } from '@guildhall/kernel';
import { type Entry, markEntry, newEntry } from '../../domain/evacuation/entry.ts';
import type { Incident } from '../../domain/evacuation/incident.ts';
import type { MarkState } from '../../domain/evacuation/mark.ts';
import { refusals } from '../../domain/evacuation/refusals.ts';
import type { VisitKind } from '../../domain/visit.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';
import { type Asker, incidentFor } from './access.ts';
import { withMarkAudits } from './act-audits.ts';
import type { ChangeEntry } from './change-entry.ts';
import type { Entries, Incidents } from './ports.ts';

/** Somebody who is there and on no list. The same `key` is the same person. */
export type AddEntry = Readonly<{
  incidentId: string;
  key: string;
  displayName: string;
  kind: VisitKind;
  state?: MarkState;
  note?: string;
  by: Asker;
}>;

type Deps = Readonly<{
  sites: SiteCatalogue;
  incidents: Incidents;
  entries: Entries;
  change: ChangeEntry;
  clock: Clock;
}>;

export const addEntryHandler =
  (deps: Deps): Handler<AddEntry, Readonly<{ incident: Incident; entry: Entry }>> =>
  async ({ incidentId, key, displayName, kind, state, note, by }) => {
    const incident = await incidentFor(by, incidentId, deps);
    if (!incident.open) throw refusals.incidentEnded();
    const at = deps.clock.now();
    const id = `${incidentId}-x-${key.replaceAll(/[^\w-]/g, '_')}`;
    const occupant = { personId: '', displayName: displayName.trim(), kind };
    const { next, facts } = newEntry(incident, occupant, { id, origin: 'warden', at, isCalled: false });
    await deps.entries.save(next, incident, facts).catch((error: unknown) => {
      // The phone sends it a second time.
      if (!isStale(error)) throw error;
    });
    if (!state) return { incident, entry: (await deps.entries.find(id)) ?? next };
    const said = { id: `${id}-first`, state, at, receivedAt: at, source: 'warden', ...(note && { note }) } as const;
    const mark = { ...said, byId: by.personId, byName: by.displayName };
    const marked = await deps.change({ id, incident }, (entry) => {
      const isNews = !entry.marks.some((known) => known.id === mark.id);
      const outcome = isNews && markEntry(entry, [mark], at);
      return outcome && withMarkAudits(outcome, by);
    });
    return { incident, entry: marked ?? next };
  };
