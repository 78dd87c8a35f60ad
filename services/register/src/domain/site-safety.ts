/** How full a site is. */
export type Crowding = 'free' | 'crowded' | 'full';

const warningShare = 0.9;

/** A capacity of 0 is none. */
export function crowding(occupancy: number, capacity: number): Crowding {
  if (capacity === 0 || occupancy < capacity * warningShare) return 'free';
  return occupancy < capacity ? 'crowded' : 'full';
}

type Lists = Readonly<{
  wardens: readonly string[];
  firstAiders: readonly string[];
  safetyList: readonly string[];
}>;

/** Whose presence covers the site. */
export const coveringPeople = ({ wardens, firstAiders }: Lists): ReadonlySet<string> =>
  new Set([...wardens, ...firstAiders]);

/** Who is told of gaps and crowds. */
export const toldOfSafety = (lists: Lists): readonly string[] =>
  lists.safetyList.length > 0 ? [...new Set(lists.safetyList)] : [...coveringPeople(lists)];
