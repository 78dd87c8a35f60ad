import type { EvacuationList, Incident, RollCallEntry } from '@guildhall/client';
import { countsOf } from './roll-call.ts';

export const entry = (id: string, displayName: string, more: Partial<RollCallEntry> = {}): RollCallEntry => ({
  id,
  personId: `person-${id}`,
  displayName,
  kind: 'person',
  origin: 'frozen',
  state: 'unanswered',
  since: '2026-03-02T08:00:00Z',
  marks: [],
  deliveries: [],
  ...more,
});

export const incidentOf = (...entries: readonly RollCallEntry[]): Incident => ({
  id: 'in1',
  siteId: 'north',
  siteName: 'North Workshop',
  kind: 'live',
  message: '',
  open: true,
  startedAt: '2026-03-02T09:00:00Z',
  startedBy: 'Alex Admin',
  escalateAfterSeconds: 60,
  musterPoints: [],
  counts: countsOf(entries.map(({ state }) => state)),
  entries,
  now: '2026-03-02T09:01:00Z',
});

export const listOf = (...names: readonly string[]): EvacuationList => ({
  siteId: 'north',
  siteName: 'North Workshop',
  generatedAt: '2026-03-02T09:00:00Z',
  etag: 'e1',
  unchanged: false,
  count: names.length,
  people: names.map((displayName, index) => ({
    personId: `person-${index}`,
    visitId: `v${index}`,
    displayName,
    kind: 'person',
    since: '2026-03-02T08:00:00Z',
  })),
  musterPoints: [],
});

/** What the badge of a visitor says: a signature, here nobody's, and whose it is. */
export function badgeOf(visitorId: string): string {
  const signed = new TextEncoder().encode(JSON.stringify([1_772_500_000_000, { v: visitorId }]));
  const bytes = [...new Uint8Array(16), ...signed].map((byte) => String.fromCodePoint(byte)).join('');
  return btoa(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}
