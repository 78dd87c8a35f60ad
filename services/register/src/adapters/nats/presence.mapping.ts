import { create } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { type PersonInside, PersonInsideSchema } from '@guildhall/contracts/register/v1/service';
import type { PresenceList } from '../../app/visits/get-presence.ts';
import type { Visit } from '../../domain/visit.ts';
import { kindToProto } from './vocabulary.ts';

export const presenceToProto = ({ now, today, people }: PresenceList) => ({
  now: timestampFromDate(now),
  today,
  count: people.length,
  people: insideToProto(people),
});

const insideOf = new WeakMap<readonly Visit[], PersonInside[]>();

/** Many look at one list while nobody moves. */
function insideToProto(people: readonly Visit[]): PersonInside[] {
  const known = insideOf.get(people);
  if (known) return known;
  const made = people.map(({ id, personId, displayName, kind, in: { at, entrance } }) =>
    create(PersonInsideSchema, {
      visitId: id,
      personId,
      displayName,
      since: timestampFromDate(at),
      kind: kindToProto[kind],
      ...(entrance && { entrance }),
    }),
  );
  insideOf.set(people, made);
  return made;
}
