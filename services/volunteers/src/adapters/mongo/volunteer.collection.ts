import type { IndexSpec, Stored } from '@guildhall/mongo';
import { nameKey } from '../../domain/name-key.ts';
import { nameOf, type Volunteer } from '../../domain/volunteer.ts';

export const volunteerCollection = 'volunteers';

/** `sortName`, `nameKey`, `prefixes`, `roleKeys` and `locationIds` are what volunteers are looked up by. */
export type VolunteerState = Omit<Volunteer, 'id' | 'version'> &
  Readonly<{
    sortName: string;
    nameKey: string;
    prefixes: readonly string[];
    roleKeys: readonly string[];
    locationIds: readonly string[];
  }>;

export const uniqueVolunteerId = 'volunteer_id';
export const uniqueEmail = 'open_email';
export const uniqueSlackUser = 'open_slack_user';

// Who has left, or was erased, gives the address and the account free.
export const open = { 'state.status': { $in: ['active', 'leaving'] } };

export const volunteerIndexes: readonly IndexSpec[] = [
  // A volunteer by the organisation's id.
  { name: uniqueVolunteerId, keys: { 'state.volunteerId': 1 }, unique: true },
  // Who has an address; nobody has another's.
  { name: uniqueEmail, keys: { 'state.email': 1 }, unique: true, where: open },
  // Who has an account; nobody has another's.
  {
    name: uniqueSlackUser,
    keys: { 'state.slackUserId': 1 },
    unique: true,
    where: { ...open, 'state.slackUserId': { $exists: true } },
  },
  // Pages of the list.
  { name: 'by_name', keys: { 'state.sortName': 1, _id: 1 } },
  // The list by the beginning of a word.
  { name: 'by_prefix', keys: { 'state.prefixes': 1 } },
  // Whom a change of a role's rules is about; the list by role.
  { name: 'by_role', keys: { 'state.roleKeys': 1, 'state.sortName': 1 } },
  // Who has a name like another.
  { name: 'by_name_key', keys: { 'state.nameKey': 1 } },
  // Who waits for what; the list by state.
  { name: 'by_state', keys: { 'state.onboarding.state': 1, 'state.sortName': 1 } },
];

export function toVolunteer({
  _id,
  version,
  state,
}: Pick<Stored<VolunteerState>, '_id' | 'version' | 'state'>): Volunteer {
  const {
    sortName: _sort,
    nameKey: _key,
    prefixes: _prefixes,
    roleKeys: _roles,
    locationIds: _places,
    ...volunteer
  } = state;
  return { ...volunteer, id: _id, version };
}

export function toState({ id: _id, version: _version, ...volunteer }: Volunteer): VolunteerState {
  const open = volunteer.assignments.filter(({ endedAt, approval }) => !endedAt && approval?.state !== 'refused');
  return {
    ...volunteer,
    sortName: foldedName(`${volunteer.lastName} ${volunteer.firstName}`),
    nameKey: nameKey(nameOf(volunteer)),
    prefixes: wordsOf(volunteer),
    roleKeys: [...new Set(open.map(({ roleKey }) => roleKey))],
    locationIds: [...new Set(open.map(({ locationId }) => locationId))],
  };
}

/** Lower case, without accents. */
export const foldedName = (text: string): string =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/\s+/g, ' ').trim();

const wordsOf = ({ firstName, lastName, email, volunteerId }: Omit<Volunteer, 'id' | 'version'>): readonly string[] => [
  ...new Set([...foldedName(`${firstName} ${lastName}`).split(' '), email, volunteerId.toLowerCase()].filter(Boolean)),
];
