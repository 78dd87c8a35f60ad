import { AppError, type FieldError } from '@guildhall/kernel';

/** Every refusal of this service; the canvas lists the codes. */
export const refusals = {
  unknownMethod: () =>
    new AppError('not-found', 'identity.unknown_method', 'This way of signing in is not offered here.'),
  invalidContact: (pointer: string, detail: string) =>
    new AppError('invalid', 'identity.invalid_contact', 'This cannot be an address to send a code to.', {
      errors: [{ pointer, detail }],
    }),
  tooManyChallenges: (retryAfterSeconds: number) =>
    new AppError('rate-limited', 'identity.too_many_challenges', 'Too many codes were asked for. Wait a little.', {
      retryAfterSeconds,
    }),
  textBudgetSpent: (retryAfterSeconds: number) =>
    new AppError(
      'rate-limited',
      'identity.text_budget_spent',
      'No more text messages are sent today. Use e-mail, or a passkey.',
      { retryAfterSeconds },
    ),
  challengeNotFound: () => new AppError('not-found', 'identity.challenge_not_found', 'There is no such sign-in.'),
  challengeExpired: () =>
    new AppError('gone', 'identity.challenge_expired', 'This code can no longer be used. Ask for a new one.'),
  challengeLocked: (retryAfterSeconds: number) =>
    new AppError('locked', 'identity.challenge_locked', 'Too many wrong codes. Wait, then ask for a new one.', {
      retryAfterSeconds,
    }),
  wrongCode: (remainingTries: number) =>
    new AppError('invalid', 'identity.wrong_code', 'This is not the code we sent.', { details: { remainingTries } }),
  registrationRefused: () =>
    new AppError('forbidden', 'identity.registration_refused', 'This organisation does not take new people this way.'),
  registrationExpired: () =>
    new AppError('gone', 'identity.registration_expired', 'This took too long or was done already. Sign in again.'),
  personDisabled: () => new AppError('forbidden', 'identity.person_disabled', 'This person may not sign in any more.'),
  personNotFound: () => new AppError('not-found', 'identity.person_not_found', 'There is no such person.'),
  sessionNotFound: () => new AppError('not-found', 'identity.session_not_found', 'There is no such session of yours.'),
  noAccessToken: () => new AppError('not-found', 'identity.no_access_token', 'There is no personal token.'),
  accessTokenUnusable: () =>
    new AppError('gone', 'identity.access_token_unusable', 'This address no longer works. Make a new one.'),
  signInRequired: () => new AppError('unauthenticated', 'identity.sign_in_required', 'Sign in first.'),
  invalidName: (errors: readonly FieldError[]) =>
    new AppError('invalid', 'identity.invalid_name', 'This name cannot be used.', { errors }),
  unknownRole: (pointer: string, detail: string) =>
    new AppError('invalid', 'identity.unknown_role', 'There is no such role.', { errors: [{ pointer, detail }] }),
  fieldNotEditable: (pointers: readonly string[]) =>
    new AppError('invalid', 'identity.field_not_editable', 'This cannot be changed here.', {
      errors: pointers.map((pointer) => ({ pointer, detail: 'cannot be changed here' })),
    }),
  invalidField: (pointer: string, detail: string) =>
    new AppError('invalid', 'identity.invalid_field', 'A field cannot be used as it is.', {
      errors: [{ pointer, detail }],
    }),
  contactTaken: (pointer: string) =>
    new AppError('conflict', 'identity.contact_taken', 'This contact belongs to somebody else.', {
      errors: [{ pointer, detail: 'belongs to somebody else' }],
    }),
  handleTaken: (cause?: unknown) =>
    new AppError('conflict', 'identity.handle_taken', 'This handle is taken.', { cause }),
  lastAdministrator: () =>
    new AppError('conflict', 'identity.last_administrator', 'Somebody has to stay administrator.'),
  badPageToken: () => new AppError('malformed', 'identity.bad_page_token', 'This page token is not one of ours.'),
} as const;
