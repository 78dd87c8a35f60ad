import { AppError } from '@guildhall/kernel';

/** Refusals around passwords and accounts at services; the canvas lists the codes. */
export const accountRefusals = {
  invalidEmail: () =>
    new AppError('malformed', 'identity.invalid_email', 'This is not an e-mail address.', {
      errors: [{ pointer: '/email', detail: 'is not an e-mail address' }],
    }),
  weakPassword: (detail: string) =>
    new AppError(
      'malformed',
      'identity.weak_password',
      'Use at least 12 characters, and none of the well-known passwords.',
      { errors: [{ pointer: '/password', detail }] },
    ),
  userExists: () =>
    new AppError(
      'conflict',
      'identity.user_exists',
      'There is already an account of that name. Sign in, or reset your password.',
    ),
  noAccount: (signUp: string) =>
    new AppError('not-found', 'identity.no_account', 'We know no account of that name. Sign up to create one.', {
      details: { signUp },
    }),
  badCredentials: (signUp: string) =>
    new AppError('unauthenticated', 'identity.bad_credentials', 'Name and password do not fit together.', {
      details: { signUp },
    }),
  wrongPassword: () =>
    new AppError('invalid', 'identity.wrong_password', 'This is not your password.', {
      errors: [{ pointer: '/currentPassword', detail: 'is not your password' }],
    }),
  accountPending: () => new AppError('forbidden', 'identity.account_pending', 'Confirm your e-mail first.'),
  accountLocked: (retryAfterSeconds: number) =>
    new AppError('locked', 'identity.account_locked', 'Too many failed tries. Wait a little.', { retryAfterSeconds }),
  tooManyMails: (retryAfterSeconds: number) =>
    new AppError('rate-limited', 'identity.too_many_mails', 'Enough mails were sent to this address. Wait a little.', {
      retryAfterSeconds,
    }),
  confirmationInvalid: () =>
    new AppError('gone', 'identity.confirmation_invalid', 'This link was used or has expired. Ask for a new one.'),
  resetInvalid: () =>
    new AppError('gone', 'identity.reset_invalid', 'This link was used or has expired. Ask for a new one.'),
  providerNotConfigured: () =>
    new AppError('unavailable', 'identity.provider_not_configured', 'This service is not set up here.'),
  providerUnavailable: (cause?: unknown) =>
    new AppError('unavailable', 'identity.provider_unavailable', 'The service cannot be reached at the moment.', {
      cause,
      retryAfterSeconds: 5,
    }),
  oauthStateInvalid: () =>
    new AppError(
      'malformed',
      'identity.oauth_state_invalid',
      'This sign-in attempt is not valid any more. Start again.',
    ),
  providerRefused: (cause?: unknown) =>
    new AppError('forbidden', 'identity.provider_refused', 'The service did not vouch for this sign-in. Start again.', {
      cause,
    }),
  serviceAccountTaken: () =>
    new AppError('conflict', 'identity.service_account_taken', 'This account already signs somebody else in.'),
  linkNotFound: () => new AppError('not-found', 'identity.link_not_found', 'There is no such link of yours.'),
  linkInvalid: () =>
    new AppError('gone', 'identity.link_invalid', 'This took too long or was done already. Start again.'),
  lastWayIn: () =>
    new AppError('conflict', 'identity.last_way_in', 'There is no other way to sign in yet. Add one first.'),
  microsoftTokenInvalid: (cause?: unknown) =>
    new AppError('unauthenticated', 'identity.microsoft_token_invalid', 'This token is not one for this app.', {
      cause,
    }),
  tenantNotAllowed: () =>
    new AppError('forbidden', 'identity.tenant_not_allowed', 'This Microsoft organisation is not let in here.'),
} as const;
