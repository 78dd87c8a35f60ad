import { AppError, type FieldError } from '@guildhall/kernel';

const invalid = (code: string, message: string, errors: readonly FieldError[]): AppError =>
  new AppError('invalid', code, message, { errors });

export const refusals = {
  volunteerNotFound: () => new AppError('not-found', 'volunteers.volunteer_not_found', 'There is no such volunteer.'),
  assignmentNotFound: () =>
    new AppError('not-found', 'volunteers.assignment_not_found', 'The volunteer has no such role.'),
  duplicateVolunteerId: (cause?: unknown) =>
    new AppError('conflict', 'volunteers.duplicate_volunteer_id', 'Another volunteer has this id.', {
      cause,
      errors: [{ pointer: '/volunteerId', detail: 'is taken: change the other volunteer, or choose another id' }],
    }),
  duplicateEmail: (cause?: unknown) =>
    new AppError('conflict', 'volunteers.duplicate_email', 'Another volunteer has this address.', {
      cause,
      errors: [{ pointer: '/email', detail: 'is taken: nobody else may have it' }],
    }),
  slackUserTaken: (cause?: unknown) =>
    new AppError('conflict', 'volunteers.slack_user_taken', 'This account is another volunteer’s.', { cause }),
  versionConflict: () =>
    new AppError(
      'conflict',
      'volunteers.version_conflict',
      'Somebody changed it since: read it again, then change it.',
    ),
  unknownLocation: (errors: readonly FieldError[]) =>
    invalid('volunteers.unknown_location', 'There is no such place.', errors),
  unknownRole: (errors: readonly FieldError[]) => invalid('volunteers.unknown_role', 'There is no such role.', errors),
  field: (pointer: string, detail: string) =>
    invalid('volunteers.invalid_field', 'A field is not as it should be.', [{ pointer, detail }]),
  excludedRoles: (pointer: string, detail: string) =>
    invalid('volunteers.excluded_roles', 'Nobody may have both roles.', [{ pointer, detail }]),
  ambiguousAssignment: (pointer: string) =>
    invalid('volunteers.ambiguous_assignment', 'The volunteer has several roles.', [
      { pointer, detail: 'is required: say which one by its assignmentId' },
    ]),
  duplicateAssignment: (pointer: string) =>
    new AppError('conflict', 'volunteers.duplicate_assignment', 'The volunteer has this role at this place already.', {
      errors: [{ pointer, detail: 'is there already: end the other one first' }],
    }),
  lastAssignment: () =>
    new AppError(
      'conflict',
      'volunteers.last_assignment',
      'It is the only role: give another one first, or let the volunteer leave.',
    ),
  hasLeft: () =>
    new AppError('conflict', 'volunteers.has_left', 'The volunteer has left and cannot be changed: reinstate first.'),
  hasNotLeft: () =>
    new AppError('conflict', 'volunteers.has_not_left', 'The volunteer is active: there is nothing to take back.'),
  wasErased: () =>
    new AppError('gone', 'volunteers.was_erased', 'The volunteer’s data was erased. Add the volunteer anew.'),
  outOfScope: () =>
    new AppError('forbidden', 'volunteers.out_of_scope', 'Your permissions do not reach as far as this place.'),
  notPending: () => new AppError('conflict', 'volunteers.not_pending', 'Nothing waits for a decision here any more.'),
  mayNotApprove: () =>
    new AppError(
      'forbidden',
      'volunteers.may_not_approve',
      'Somebody who manages the whole district or area has to decide this, and not who asked for it.',
    ),
  badDate: (pointer: string) =>
    new AppError('malformed', 'volunteers.bad_date', 'A date is not one.', {
      errors: [{ pointer, detail: 'must be a day that there is, such as 2026-03-31' }],
    }),
  resentTooSoon: (retryAfterSeconds: number) =>
    new AppError('rate-limited', 'volunteers.resent_too_soon', 'An invitation goes out once in 24 hours.', {
      retryAfterSeconds,
    }),
  nothingToResend: () =>
    new AppError('conflict', 'volunteers.nothing_to_resend', 'The volunteer waits for no invitation.'),
  linkNotFound: () => new AppError('not-found', 'volunteers.link_not_found', 'There is no such link.'),
  duplicateLink: () =>
    new AppError('conflict', 'volunteers.duplicate_link', 'This link is in use already.', {
      errors: [{ pointer: '/url', detail: 'is in use already: make a new link in Slack' }],
    }),
  taskNotFound: () => new AppError('not-found', 'volunteers.task_not_found', 'There is no such task.'),
  taskNotVerified: (detail: string) => new AppError('conflict', 'volunteers.task_not_verified', detail),
  systemUnavailable: (reason: string) =>
    new AppError('unavailable', 'volunteers.system_unavailable', `The system cannot be asked now (${reason}).`),
  reconciliationNotFound: () =>
    new AppError('not-found', 'volunteers.reconciliation_not_found', 'There is no such reconciliation.'),
  reconciliationRunning: (cause?: unknown) =>
    new AppError('conflict', 'volunteers.reconciliation_running', 'A reconciliation is running: wait for its end.', {
      cause,
    }),
};
