import type { Decision } from '@guildhall/kernel';
import type { Occupant } from './occupant.ts';
import { refusals } from './refusals.ts';

/** Test: nobody is called but who starts it. */
export type IncidentKind = 'live' | 'drill' | 'test';

export type Actor = Readonly<{ personId: string; displayName: string }>;

export type Incident = Readonly<{
  id: string;
  version: number;
  siteId: string;
  siteName: string;
  timeZone: string;
  kind: IncidentKind;
  /** Added to the call. */
  message: string;
  open: boolean;
  startedAt: Date;
  startedBy: Actor;
  endedAt?: Date;
  endedBy?: Actor;
  note?: string;
  escalateAfterMs: number;
  musterPoints: readonly string[];
  /** Who is told when nobody answers: the wardens of the site as it began, and who began it. */
  wardenIds: readonly string[];
  frozenCount: number;
  /** The frozen list until each of them has an entry of their own: so the freeze is one write. */
  frozen?: readonly Occupant[];
  /** It is so long ago that nobody is named any more. */
  nameless?: boolean;
}>;

export type IncidentFact = Readonly<{ type: 'roll-call-started' | 'roll-call-ended'; incident: Incident; at: Date }>;

/** A fact, or a message to everybody in charge that it has begun. */
export type IncidentMessage = IncidentFact | Readonly<{ type: 'summon-wardens'; incident: Incident; at: Date }>;

type Outcome = Decision<Incident, IncidentMessage>;

export type IncidentStart = Omit<
  Incident,
  'version' | 'open' | 'endedAt' | 'endedBy' | 'note' | 'frozenCount' | 'frozen'
>;

/** Freezes the list. At most one incident of a site is open: a unique index keeps that. */
export function startIncident(start: IncidentStart, people: readonly Occupant[]): Outcome {
  const incident: Incident = { ...start, version: 1, open: true, frozenCount: people.length, frozen: people };
  const at = start.startedAt;
  return {
    next: incident,
    facts: [
      { type: 'roll-call-started', incident, at },
      ...(start.kind === 'test' ? [] : [{ type: 'summon-wardens' as const, incident, at }]),
    ],
  };
}

/** Everybody on the frozen list has an entry now. */
export function laidOut({ frozen: _laid, ...incident }: Incident): Outcome {
  return { next: { ...incident, version: incident.version + 1 }, facts: [] };
}

/** For good: an incident is never opened again. */
export function endIncident(incident: Incident, endedBy: Actor, at: Date, note: string): Outcome {
  if (!incident.open) throw refusals.incidentEnded();
  const ended = { open: false, endedAt: at, endedBy, ...(note && { note }) };
  const next: Incident = { ...incident, ...ended, version: incident.version + 1 };
  return { next, facts: [{ type: 'roll-call-ended', incident: next, at }] };
}

/** Who is called: in a test only who started it. */
export const isCalled = ({ kind, startedBy }: Incident, { personId }: Pick<Occupant, 'personId'>): boolean =>
  personId !== '' && (kind !== 'test' || personId === startedBy.personId);

/** For how long links and replies count. */
export const answersUntil = ({ startedAt }: Pick<Incident, 'startedAt'>): Date =>
  new Date(startedAt.getTime() + 24 * 3_600_000);
