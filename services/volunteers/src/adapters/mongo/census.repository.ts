import type { Aggregates } from '@guildhall/mongo';
import type { Census, Concerned, Having } from '../../app/rules/ports.ts';
import { open, type VolunteerState } from './volunteer.collection.ts';

type Filter = Readonly<Record<string, unknown>>;
type Stage = Readonly<Record<`$${string}`, unknown>>;

const atOnce = 1_000;
const concerned = { 'state.volunteerId': 1, 'state.firstName': 1, 'state.lastName': 1, 'state.assignments': 1 };

/** Counts of volunteers; who has left has no role any more. */
export function census(volunteers: Aggregates<VolunteerState>): Census {
  const { collection } = volunteers.model;
  const count = (filter: Filter): Promise<number> => collection.countDocuments(filter);
  const counts = async (field: string, only: Filter = {}): Promise<ReadonlyMap<string, number>> => {
    const list = `$${field.split('.').slice(0, 2).join('.')}`;
    const stages: readonly Stage[] = [
      { $match: open },
      { $project: { [field]: 1, ...Object.fromEntries(Object.keys(only).map((key) => [key, 1])) } },
      { $unwind: list },
      { $match: only },
      { $group: { _id: `$${field}`, count: { $sum: 1 } } },
    ];
    const found = await collection.aggregate<{ _id: string; count: number }>([...stages]).toArray();
    return new Map(found.map((one) => [one._id, one.count]));
  };
  return {
    all: () => count(open),
    having: (what) => count(filterOf(what)),
    byRole: () => counts('state.roleKeys'),
    byPlace: () => counts('state.locationIds'),
    byChannel: () => counts('state.memberships.channelId', { 'state.memberships.desired': true }),
    withRoles: async function* withRoles(roleKeys) {
      if (roleKeys.length === 0) return;
      const filter = { 'state.roleKeys': { $in: [...roleKeys] } };
      const cursor = collection.find(filter, { projection: concerned, batchSize: atOnce });
      let some: Concerned[] = [];
      for await (const { state } of cursor as AsyncIterable<Readonly<{ state: Concerned }>>) {
        some.push(state);
        if (some.length < atOnce) continue;
        yield some;
        some = [];
      }
      yield some;
    },
  };
}

function filterOf(what: Having): Filter {
  if ('roleKey' in what) return { 'state.roleKeys': what.roleKey };
  if ('locationId' in what) return { 'state.locationIds': what.locationId };
  const { channelId } = what;
  const ways = [{ desired: true }, { state: 'removing' }, { held: true, source: 'rule' }];
  return { $or: ways.map((way) => ({ 'state.memberships': { $elemMatch: { channelId, ...way } } })) };
}
