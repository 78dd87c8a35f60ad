import { type Clock, type Handler, isStale, type NewId } from '@guildhall/kernel';
import { type Entry, entryIdOf, markEntry, newEntry } from '../../domain/evacuation/entry.ts';
import { answersUntil, type Incident } from '../../domain/evacuation/incident.ts';
import { refusals } from '../../domain/evacuation/refusals.ts';
import type { Links } from '../links.ts';
import type { SiteCatalogue } from '../sites/site-catalogue.ts';
import { type Asker, incidentFor } from './access.ts';
import type { ChangeEntry } from './change-entry.ts';
import type { Entries, Incidents } from './ports.ts';

export type MusterPoint = Readonly<{ number: number; name: string; url: string }>;

type PointDeps = Readonly<{ sites: SiteCatalogue; incidents: Incidents; links: Links; publicUrl: string }>;

/** The muster points of an incident, each with what its QR code says. */
export const musterPointsHandler =
  (deps: PointDeps): Handler<Readonly<{ incidentId: string; by: Asker }>, readonly MusterPoint[]> =>
  async ({ incidentId, by }) => {
    const incident = await incidentFor(by, incidentId, deps);
    return incident.musterPoints.map((name, index) => {
      const number = index + 1;
      const claims = { i: incident.id, p: String(number) };
      const token = deps.links.sign('muster', claims, answersUntil(incident));
      return { number, name, url: `${deps.publicUrl}/muster/${token}` };
    });
  };

type ScanDeps = Readonly<{
  incidents: Incidents;
  entries: Entries;
  change: ChangeEntry;
  links: Links;
  clock: Clock;
  newId: NewId;
}>;

export type ScanMuster = Readonly<{ code: string; by: Asker }>;
export type Standpoint = Readonly<{ incident: Incident; entry: Entry }>;

/** The caller stands at a muster point and scanned its code: safe, and on the list from now on. */
export const scanMusterHandler =
  (deps: ScanDeps): Handler<ScanMuster, Standpoint> =>
  async ({ code, by }) => {
    const at = deps.clock.now();
    const claims = deps.links.read('muster', lastPart(code), at);
    const incident = claims?.['i'] ? await deps.incidents.find(claims['i']) : undefined;
    const musterPoint = incident?.musterPoints[Number(claims?.['p']) - 1];
    if (!incident || !musterPoint) throw refusals.unknownCode();
    if (!incident.open) throw refusals.incidentEnded();
    const id = entryIdOf(incident.id, by.personId);
    await enlist(deps, incident, id, by, at);
    const said = { id: deps.newId(), state: 'safe', source: 'muster', at, receivedAt: at, musterPoint } as const;
    const mark = { ...said, byId: by.personId, byName: by.displayName };
    const entry = await deps.change(
      { id, incident },
      (known) => !saidLast(known, mark) && markEntry(known, [mark], at),
    );
    if (!entry) throw refusals.entryNotFound();
    return { incident, entry };
  };

/** The code, or the end of the address that a scanner reads. */
export const lastPart = (code: string): string => code.slice(code.lastIndexOf('/') + 1);

/** True when the last thing that was said about somebody is the same: pressing twice is pressing once. */
export function saidLast(
  { marks }: Entry,
  { state, source, byId, note, musterPoint }: Entry['marks'][number],
): boolean {
  const last = marks.at(-1);
  const isSame = last?.state === state && last.source === source && last.byId === byId;
  return isSame && last.note === note && last.musterPoint === musterPoint;
}

async function enlist({ entries }: ScanDeps, incident: Incident, id: string, by: Asker, at: Date): Promise<void> {
  if (await entries.find(id)) return;
  const occupant = { personId: by.personId, displayName: by.displayName, kind: 'person' } as const;
  const { next, facts } = newEntry(incident, occupant, { id, origin: 'muster', at, isCalled: false });
  await entries.save(next, incident, facts).catch((error: unknown) => {
    if (!isStale(error)) throw error;
  });
}
