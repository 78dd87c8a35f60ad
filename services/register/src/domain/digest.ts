import type { Errand } from './errand.ts';
import { timeAt } from './reminder.ts';
import type { Site } from './site.ts';
import { isInside, type Visit } from './visit.ts';

/** A day at a site in numbers, without names. */
export type DaySummary = Readonly<{ came: number; inside: number; most: number; mostAt?: Date }>;

type Step = Readonly<{ at: number; personId: string; by: 1 | -1 }>;

/** `visits` are those of the day. Who never signed out counts until the visit ended. */
export function summariseDay(visits: readonly Visit[], now: Date): DaySummary {
  const steps = visits.flatMap(stepsOf).sort((a, b) => a.at - b.at || a.by - b.by);
  const stays = new Map<string, number>();
  let [most, mostAt] = [0, 0];
  for (const { at, personId, by } of steps) {
    const left = (stays.get(personId) ?? 0) + by;
    if (left > 0) stays.set(personId, left);
    else stays.delete(personId);
    if (stays.size > most) [most, mostAt] = [stays.size, at];
  }
  const distinct = (some: readonly Visit[]): number => new Set(some.map(({ personId }) => personId)).size;
  const inside = distinct(visits.filter((visit) => isInside(visit, now)));
  return { came: distinct(visits), inside, most, ...(most > 0 && { mostAt: new Date(mostAt) }) };
}

function stepsOf({ personId, in: { at }, out, rolledOver, open, until, closedReason }: Visit): Step[] {
  if (closedReason === 'merged') return [];
  const end = out?.at ?? rolledOver?.at ?? (open ? until : at);
  return [
    { at: at.getTime(), personId, by: 1 },
    { at: end.getTime(), personId, by: -1 },
  ];
}

const worthForMs = 12 * 3_600_000;

/** One message to each place that is told of the day. */
export function digestErrands(site: Site, date: string, summary: DaySummary, at: Date): Errand[] {
  if (!site.digest) return [];
  const { slackChannel, emails } = site.digest;
  const variables = {
    siteName: site.name,
    date,
    came: String(summary.came),
    inside: String(summary.inside),
    most: String(summary.most),
    mostAt: summary.mostAt ? timeAt(site.timeZone, summary.mostAt) : '',
  };
  const errand = (to: Errand['to'], index: number): Errand => ({
    type: 'errand',
    key: `digest:${site.id}:${date}:${index}`,
    to,
    category: 'presence',
    template: 'digest',
    variables,
    at,
    expiresAt: new Date(at.getTime() + worthForMs),
    reference: `digest:${site.id}:${date}`,
  });
  const places = [...emails.map((email) => ({ email })), ...(slackChannel ? [{ slackChannel }] : [])];
  return places.map(errand);
}
