import type { Visitor } from '../../domain/visitors/visitor.ts';
import type { Receptions } from './ports.ts';

const dayMs = 24 * 3_600_000;

/** When what is personal about a visitor goes, counted from the end of the stay. */
export async function eraseAfter(receptions: Receptions, { siteId }: Visitor, end: Date): Promise<Date> {
  const { detailsKeptDays } = await receptions.get(siteId);
  return new Date(end.getTime() + detailsKeptDays * dayMs);
}
