import { AppError } from '@guildhall/kernel';

const missing = (code: string, message: string) => () => new AppError('not-found', code, message);

const taken = (code: string, message: string) => (pointer: string, detail: string) =>
  new AppError('conflict', code, message, { errors: [{ pointer, detail }] });

const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** Why a change of the book of rules is not made. */
export const ruleRefusals = {
  roleNotFound: missing('volunteers.role_not_found', 'There is no such role.'),
  locationNotFound: missing('volunteers.location_not_found', 'There is no such place.'),
  channelNotFound: missing('volunteers.channel_not_found', 'There is no such channel.'),
  ruleNotFound: missing('volunteers.rule_not_found', 'There is no such rule.'),
  exclusionNotFound: missing('volunteers.exclusion_not_found', 'There is no such exclusion.'),
  limitsNotFound: missing('volunteers.limits_not_found', 'This person is limited to no places.'),
  duplicateRole: taken('volunteers.duplicate_role', 'Another role is called so.'),
  duplicateLocation: taken('volunteers.duplicate_location', 'There is this place already.'),
  duplicateChannel: taken('volunteers.duplicate_channel', 'Another channel is called so.'),
  duplicateRule: taken('volunteers.duplicate_rule', 'There is this rule already.'),
  duplicateExclusion: taken('volunteers.duplicate_exclusion', 'The two roles exclude each other already.'),
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
