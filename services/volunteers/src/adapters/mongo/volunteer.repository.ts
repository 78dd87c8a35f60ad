import type { Envelope } from '@guildhall/messaging';
import { type Aggregates, isDuplicateKey, type Stored } from '@guildhall/mongo';
import type { Clock } from '@guildhall/kernel';
import type { Said, Volunteers, Wake } from '../../app/ports.ts';
import { refusals } from '../../domain/refusals.ts';
import type { Volunteer } from '../../domain/volunteer.ts';
import {
  open,
  toState,
  toVolunteer,
  uniqueEmail,
  uniqueSlackUser,
  uniqueVolunteerId,
  type VolunteerState,
} from './volunteer.collection.ts';

type Deps = Readonly<{
  volunteers: Aggregates<VolunteerState>;
  toMessages: (said: Said) => readonly Envelope[];
  clock: Clock;
}>;

type Filter = Readonly<Record<string, unknown>>;

export function volunteerRepository({ volunteers, toMessages, clock }: Deps): Volunteers {
  const one = async (filter: Filter): Promise<Volunteer | undefined> => {
    const found = await volunteers.model.findOne(filter, { version: 1, state: 1 }).lean<Stored<VolunteerState>>();
    return found ? toVolunteer(found) : undefined;
  };
  return {
    find: async (id) => {
      const found = await volunteers.find(id);
      return found && toVolunteer({ _id: found.id, version: found.version, state: found.state });
    },
    named: (volunteerId) => one({ 'state.volunteerId': volunteerId }),
    withEmail: (email) => one({ ...open, 'state.email': email }),
    withSlackUser: (slackUserId) => one({ ...open, 'state.slackUserId': slackUserId }),
    save: async (volunteer, said, dueAt) => {
      const { id, version } = volunteer;
      const messages = said.flatMap(toMessages);
      await volunteers.save({ id, version, state: toState(volunteer), messages, dueAt }).catch(refuse);
    },
    // A version on: who decided on older rules and stores just now would put the moment off again.
    wake: async (which) => {
      // Whoever was held is let go of.
      const free = 'held' in which ? { $unset: { 'state.heldUntil': '' } } : {};
      const change = { $set: { dueAt: clock.now() }, $inc: { version: 1 }, ...free };
      await volunteers.model.collection.updateMany(filterOf(which), change);
    },
    waitingForLink: async (limit) => {
      const filter = { 'state.onboarding.state': 'WAITING_FOR_LINK' };
      const query = volunteers.model.find(filter, { _id: 1 }).sort({ 'state.createdAt': 1, _id: 1 }).limit(limit);
      return (await query.lean<Pick<Stored<VolunteerState>, '_id'>[]>()).map(({ _id }) => _id);
    },
  };
}

function filterOf(which: Wake): Filter {
  if ('roleKeys' in which) return { 'state.roleKeys': { $in: [...which.roleKeys] } };
  if ('failedIn' in which) {
    return { 'state.memberships': { $elemMatch: { channelId: which.failedIn, state: 'failed' } } };
  }
  return { 'state.heldUntil': { $exists: true }, dueAt: { $exists: true } };
}

function refuse(cause: unknown): never {
  if (isDuplicateKey(cause, uniqueVolunteerId)) throw refusals.duplicateVolunteerId(cause);
  if (isDuplicateKey(cause, uniqueEmail)) throw refusals.duplicateEmail(cause);
  if (isDuplicateKey(cause, uniqueSlackUser)) throw refusals.slackUserTaken(cause);
  throw cause;
}
