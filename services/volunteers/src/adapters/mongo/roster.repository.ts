import type { Aggregates, Stored } from '@guildhall/mongo';
import type { NamedVolunteer, Roster } from '../../app/imports/ports.ts';
import { nameOf, type Volunteer } from '../../domain/volunteer.ts';
import { open, toVolunteer, type VolunteerState } from './volunteer.collection.ts';

type Found = Stored<VolunteerState>;

/** Looks volunteers up for many lines of a file at once. */
export function roster(volunteers: Aggregates<VolunteerState>): Roster {
  const find = (filter: Readonly<Record<string, unknown>>, projection: Readonly<Record<string, 1>>): Promise<Found[]> =>
    volunteers.model.find(filter, projection).batchSize(1_000).lean<Found[]>();
  return {
    named: async (ids) => {
      const found = await find({ 'state.volunteerId': { $in: [...ids] } }, { version: 1, state: 1 });
      return new Map(found.map(toVolunteer).map((one): [string, Volunteer] => [one.volunteerId, one]));
    },
    owners: async (emails) => {
      const fields = { 'state.email': 1, 'state.volunteerId': 1 } as const;
      const found = await find({ ...open, 'state.email': { $in: [...emails] } }, fields);
      return new Map(found.map(({ state }) => [state.email, state.volunteerId]));
    },
    alike: async (keys) => {
      const fields = { 'state.nameKey': 1, 'state.volunteerId': 1, 'state.firstName': 1, 'state.lastName': 1 } as const;
      const found = await find({ ...open, 'state.nameKey': { $in: [...keys] } }, fields);
      const byKey = new Map<string, readonly NamedVolunteer[]>();
      for (const { state } of found) {
        const one = { volunteerId: state.volunteerId, name: nameOf(state) };
        byKey.set(state.nameKey, [...(byKey.get(state.nameKey) ?? []), one]);
      }
      return byKey;
    },
  };
}
