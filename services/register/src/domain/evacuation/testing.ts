import type { Entry } from './entry.ts';
import type { Incident } from './incident.ts';
import type { RollCallMark } from './mark.ts';

export const began = new Date('2026-03-02T14:00:00Z');

export const secondsIn = (seconds: number): Date => new Date(began.getTime() + seconds * 1_000);

/** A warden's mark, said and heard ten seconds into the incident. */
export const aMark = (mark: Partial<RollCallMark> = {}): RollCallMark => ({
  id: 'm1',
  state: 'safe',
  at: secondsIn(10),
  byId: 'wanda',
  byName: 'Wanda Warden',
  source: 'warden',
  receivedAt: mark.at ?? secondsIn(10),
  ...mark,
});

export const anEntry = (entry: Partial<Entry> = {}): Entry => ({
  id: 'i1-ada',
  version: 1,
  incidentId: 'i1',
  siteId: 'vw',
  personId: 'ada',
  displayName: 'Ada Lovelace',
  kind: 'person',
  visitId: 'v1',
  since: new Date('2026-03-02T09:00:00Z'),
  origin: 'frozen',
  addedAt: began,
  marks: [],
  ...entry,
});

export const anIncident = (incident: Partial<Incident> = {}): Incident => ({
  id: 'i1',
  version: 2,
  siteId: 'vw',
  siteName: 'Vauxhall Walk',
  timeZone: 'Europe/London',
  kind: 'live',
  message: '',
  open: true,
  startedAt: began,
  startedBy: { personId: 'wanda', displayName: 'Wanda Warden' },
  escalateAfterMs: 60_000,
  musterPoints: ['Car park', 'Canteen'],
  wardenIds: ['wanda'],
  frozenCount: 1,
  ...incident,
});
