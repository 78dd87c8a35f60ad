import { AppError } from '@guildhall/kernel';

const missing = (code: string, message: string) => () => new AppError('not-found', `volunteers.${code}`, message);

const taken = (code: string, message: string) => (pointer: string, detail: string) =>
  new AppError('conflict', `volunteers.${code}`, message, { errors: [{ pointer, detail }] });

const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** Why a change of the book of rules is not made. */
export const ruleRefusals = {
  roleNotFound: missing('role_not_found', 'There is no such role.'),
  locationNotFound: missing('location_not_found', 'There is no such place.'),
  channelNotFound: missing('channel_not_found', 'There is no such channel.'),
  ruleNotFound: missing('rule_not_found', 'There is no such rule.'),
  exclusionNotFound: missing('exclusion_not_found', 'There is no such exclusion.'),
  duplicateRole: taken('duplicate_role', 'Another role is called so.'),
  duplicateLocation: taken('duplicate_location', 'There is this place already.'),
  duplicateChannel: taken('duplicate_channel', 'Another channel is called so.'),
  duplicateRule: taken('duplicate_rule', 'There is this rule already.'),
  duplicateExclusion: taken('duplicate_exclusion', 'The two roles exclude each other already.'),
  unknownChannel: (pointer: string, detail: string) =>
    new AppError('invalid', 'volunteers.unknown_channel', 'There is no such channel.', {
      errors: [{ pointer, detail }],
    }),
  usedByVolunteers: (what: string, volunteers: number) =>
    new AppError(
      'conflict',
      'volunteers.in_use',
      `${what} is in use: ${counted(volunteers, 'volunteer')} would lose it.`,
      {
        details: { volunteers },
      },
    ),
  usedByRules: (what: string, rules: number) =>
    new AppError('conflict', 'volunteers.in_use', `${what} is in use: ${counted(rules, 'rule')} would mean nothing.`, {
      details: { rules },
    }),
  lastRule: (role: string) =>
    new AppError('conflict', 'volunteers.last_rule', `It is the only rule of "${role}": a role has to give something.`),
  tooManyRemovals: ({ removed, losing, people }: Readonly<{ removed: number; losing: number; people: number }>) =>
    new AppError(
      'conflict',
      'volunteers.too_many_removals',
      `It would take ${counted(removed, 'access', 'accesses')} from ${losing} of ${people} people: confirm the number.`,
      { details: { removed, peopleLosing: losing, people } },
    ),
};
