import type { Presence } from '@guildhall/client';

export type Inside = Presence['people'][number];

/** Movements as the feed tells them. */
export type Came = Readonly<{
  visitId: string;
  personId: string;
  displayName: string;
  at: string;
  kind: Inside['kind'];
  entrance?: string;
}>;
export type Went = Readonly<{ visitId: string; personId: string }>;
export type Renamed = Readonly<{ personId: string; displayName: string }>;

const byName = (a: Inside, b: Inside): number => a.displayName.localeCompare(b.displayName);

const withPeople = (presence: Presence, people: Inside[]): Presence => ({ ...presence, people, count: people.length });

/** Somebody came in; hearing it twice changes nothing. */
export function came(presence: Presence, { visitId, personId, displayName, at, kind, entrance }: Came): Presence {
  if (presence.people.some((person) => person.personId === personId)) return presence;
  const person: Inside = { visitId, personId, displayName, kind, since: at, ...(entrance && { entrance }) };
  return withPeople(presence, [...presence.people, person].toSorted(byName));
}

/** A visit ended; other visits stay, so a late word of an old visit does not send anybody away. */
export const went = (presence: Presence, { visitId }: Went): Presence =>
  withPeople(
    presence,
    presence.people.filter((person) => person.visitId !== visitId),
  );

export const renamed = (presence: Presence, { personId, displayName }: Renamed): Presence =>
  withPeople(
    presence,
    presence.people
      .map((person) => (person.personId === personId ? { ...person, displayName } : person))
      .toSorted(byName),
  );
