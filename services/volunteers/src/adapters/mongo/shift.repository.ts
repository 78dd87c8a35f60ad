import type { Clock } from '@guildhall/kernel';
import type { Envelope } from '@guildhall/messaging';
import type { Aggregates, IndexSpec, Stored } from '@guildhall/mongo';
import type { Shifts } from '../../app/activities/ports.ts';
import type { Audited } from '../../domain/audit.ts';
import { type Shift, shiftDueAt, type ShiftFact } from '../../domain/shift.ts';

export const shiftCollection = 'shifts';

export type ShiftState = Omit<Shift, 'id' | 'version'>;

export const shiftIndexes: readonly IndexSpec[] = [
  // Those of some days.
  { name: 'by_start', keys: { 'state.startsAt': 1 } },
  // Those to come of an opportunity.
  { name: 'by_opportunity', keys: { 'state.opportunityId': 1, 'state.endsAt': 1 } },
  // Those of a volunteer.
  { name: 'by_volunteer', keys: { 'state.places.volunteerId': 1, 'state.startsAt': -1 } },
];

const most = 100_000;
const atOnce = 1_000;

type Deps = Readonly<{
  shifts: Aggregates<ShiftState>;
  toMessages: (said: Audited | ShiftFact) => readonly Envelope[];
  clock: Clock;
}>;

export function shiftRepository({ shifts, toMessages, clock }: Deps): Shifts {
  const read = async (filter: Readonly<Record<string, unknown>>, order: 1 | -1 = 1): Promise<readonly Shift[]> => {
    const query = shifts.model.find(filter, { version: 1, state: 1 }).sort({ 'state.startsAt': order });
    return (await query.limit(most).batchSize(atOnce).lean<Stored<ShiftState>[]>()).map(({ _id, version, state }) => ({
      ...state,
      id: _id,
      version,
    }));
  };
  return {
    find: async (id) => {
      const found = await shifts.find(id);
      return found && { ...found.state, id: found.id, version: found.version };
    },
    between: (from, to) => read({ 'state.startsAt': { $gte: from, $lt: to } }),
    comingOf: (opportunityIds, after) =>
      read({ 'state.opportunityId': { $in: [...opportunityIds] }, 'state.endsAt': { $gt: after } }),
    ofVolunteer: (volunteerId, before) =>
      read({ 'state.places.volunteerId': volunteerId, 'state.startsAt': { $lt: before } }, -1),
    save: async (shift, said) => {
      const { id, version, ...state } = shift;
      const dueAt = shiftDueAt(shift, clock.now());
      await shifts.save({ id, version, state, messages: said.flatMap(toMessages), dueAt });
    },
  };
}
