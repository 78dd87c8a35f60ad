import type { Entry } from './entry.ts';
import type { Incident } from './incident.ts';

/** The incident without the people in charge: what happened and how many they were stays. */
export function namelessIncident({ note: _said, frozen: _list, ...incident }: Incident): Incident {
  const nobody = { personId: '', displayName: '' };
  return {
    ...incident,
    version: incident.version + 1,
    startedBy: nobody,
    ...(incident.endedBy && { endedBy: nobody }),
    wardenIds: [],
    nameless: true,
  };
}

/** The entry as that of somebody unknown, with what was said about them and when, and not by whom. */
export function namelessEntry({ visitId: _visit, ...entry }: Entry): Entry {
  const marks = entry.marks.map(({ note: _said, ...mark }) => ({ ...mark, byId: '', byName: '' }));
  return { ...entry, version: entry.version + 1, personId: '', displayName: '', marks };
}
