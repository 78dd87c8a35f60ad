/** Somebody as the staff directory has them. */
export type DirectoryPerson = Readonly<{
  /** Of the directory, for good. */
  id: string;
  firstName: string;
  lastName: string;
  /** Absent for who has no mailbox. */
  email?: string;
  isEnabled: boolean;
}>;

/** What the directory says since it was asked last. */
export type DirectoryChanges = Readonly<{
  people: readonly DirectoryPerson[];
  /** Who was deleted. */
  removedIds: readonly string[];
  /** Where to go on from the next time. */
  link: string;
  /** These are all there are: whoever is not among them has left. */
  isComplete: boolean;
}>;

/** Of ours, who comes from there. */
export type KnownPerson = Readonly<{ id: string; directoryId: string; isActive: boolean }>;

export type DirectoryPlan = Readonly<{
  /** To be made, or found again by their address. */
  joiners: readonly DirectoryPerson[];
  /** To be named as the directory does, and let in again where they were out. */
  stayers: readonly Readonly<{ personId: string; person: DirectoryPerson; isReturning: boolean }>[];
  /** Ids of ours. */
  leaverIds: readonly string[];
}>;

export function planSync(changes: DirectoryChanges, known: readonly KnownPerson[]): DirectoryPlan {
  const byDirectory = new Map(known.map((person) => [person.directoryId, person]));
  const present = changes.people.filter(({ isEnabled }) => isEnabled);
  const gone = new Set([...changes.removedIds, ...changes.people.filter((one) => !one.isEnabled).map(({ id }) => id)]);
  const there = new Set(present.map(({ id }) => id));
  const hasLeft = ({ directoryId, isActive }: KnownPerson): boolean =>
    isActive && (gone.has(directoryId) || (changes.isComplete && !there.has(directoryId)));
  return {
    joiners: present.filter(({ id, email }) => !byDirectory.has(id) && email !== undefined),
    stayers: present.flatMap((person) => {
      const ours = byDirectory.get(person.id);
      return ours ? [{ personId: ours.id, person, isReturning: !ours.isActive }] : [];
    }),
    leaverIds: known.filter(hasLeft).map(({ id }) => id),
  };
}

const fewLeavers = 3;

/** Whether so many would leave at once that it is the directory that is wrong. */
export const isTooMany = (leavers: number, known: readonly KnownPerson[], mostPercent: number): boolean => {
  const active = known.filter(({ isActive }) => isActive).length;
  return leavers > fewLeavers && leavers * 100 > active * mostPercent;
};
