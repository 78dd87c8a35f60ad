import type { Device } from './device.ts';
import { content, type Reply } from './http.ts';

export type Mark = Readonly<{ id: string; state: string; byName: string; source: string }>;
export type Entry = Readonly<{
  id: string;
  personId: string;
  displayName: string;
  origin: string;
  state: string;
  signedOutAt?: string;
  marks: readonly Mark[];
  deliveries: readonly Readonly<{ channel: string; state: string }>[];
  musterPoint?: string;
}>;
export type Counts = Readonly<{ total: number; safe: number; missing: number; unanswered: number; accounted: number }>;
export type Incident = Readonly<{
  id: string;
  kind: string;
  open: boolean;
  startedAt: string;
  counts: Counts;
  entries: readonly Entry[];
  musterPoints: readonly string[];
}>;

const path = (incidentId: string, rest: string): string => `/api/register/incidents/${incidentId}${rest}`;

export const startIncident = (device: Device, siteId: string, more: object = {}): Promise<Reply<Incident>> =>
  device.call<Incident>('POST', `/api/register/sites/${siteId}/incidents`, { body: { kind: 'drill', ...more } });

export const incident = async (device: Device, incidentId: string): Promise<Incident> =>
  content(await device.call<Incident>('GET', path(incidentId, '')));

export async function entryOf(device: Device, incidentId: string, personId: string): Promise<Entry> {
  const { entries } = await incident(device, incidentId);
  const entry = entries.find((one) => one.personId === personId);
  if (entry === undefined) throw new Error(`${personId} is not on the list`);
  return entry;
}

export const mark = (device: Device, incidentId: string, entryId: string, body: object) =>
  device.call<Entry>('POST', path(incidentId, `/entries/${encodeURIComponent(entryId)}/marks`), { body });

export const addMarks = (device: Device, incidentId: string, body: object) =>
  device.call<{ kept: string[]; refused: { id: string; code: string }[] }>('POST', path(incidentId, '/marks'), {
    body,
  });

export const endIncident = async (device: Device, incidentId: string, note = ''): Promise<Incident> =>
  content(await device.call<Incident>('POST', path(incidentId, '/end'), { body: { note } }));
