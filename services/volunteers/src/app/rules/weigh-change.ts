import type { Clock } from '@guildhall/kernel';
import { type Book, channelOf } from '../../domain/book.ts';
import { changesFor, type Difference } from '../../domain/consequences.ts';
import type { OrgDays } from '../../domain/org-day.ts';
import type { Census, Concerned } from './ports.ts';

/** What a change of the book does to whom. */
export type Consequences = Readonly<{
  /** Accesses that are given and taken. */
  added: number;
  removed: number;
  /** People who lose something, and of how many. */
  losing: number;
  people: number;
  needsConfirmation: boolean;
  /** The first hundred. */
  changes: readonly PreviewedChange[];
}>;

export type PreviewedChange = Readonly<{
  volunteerId: string;
  name: string;
  channel: string;
  change: 'grant' | 'revoke';
}>;

export type WeighDeps = Readonly<{ census: Census; days: OrgDays; clock: Clock; safeStopPercent: number }>;

const mostShown = 100;

/** Counts it over everybody whose roles give something else, without holding them all. */
export async function weighChange(
  { census, days, clock, safeStopPercent }: WeighDeps,
  difference: Difference,
  after: Book,
): Promise<Consequences> {
  const today = days.dayOf(clock.now());
  const changes: PreviewedChange[] = [];
  let [added, removed, losing] = [0, 0, 0];
  const people = census.all();
  for await (const some of census.withRoles(difference.roleKeys)) {
    for (const one of some) {
      const { granted, revoked } = changesFor(one.assignments, difference, today);
      added += granted.length;
      removed += revoked.length;
      losing += revoked.length > 0 ? 1 : 0;
      if (changes.length < mostShown)
        changes.push(...shown(one, granted, 'grant', after), ...shown(one, revoked, 'revoke', after));
    }
  }
  const of = await people;
  const needsConfirmation = losing * 100 > of * safeStopPercent;
  return { added, removed, losing, people: of, needsConfirmation, changes: changes.slice(0, mostShown) };
}

const shown = (
  { volunteerId, firstName, lastName }: Concerned,
  channelIds: readonly string[],
  change: PreviewedChange['change'],
  book: Book,
): readonly PreviewedChange[] =>
  channelIds.map((id) => ({
    volunteerId,
    name: `${firstName} ${lastName}`.trim(),
    channel: channelOf(book, id)?.name ?? id,
    change,
  }));
