import { AppError } from '@guildhall/kernel';

/** Refusals about what opens the platform beside a code; the canvas lists the codes. */
export const credentialRefusals = {
  tooManyContacts: () =>
    new AppError('conflict', 'identity.too_many_contacts', 'This person has twenty contacts. Remove one first.'),
  lastContact: () =>
    new AppError('conflict', 'identity.last_contact', 'This is the last way to sign in. Add another one first.'),
  contactNotFound: () => new AppError('not-found', 'identity.contact_not_found', 'You have no such contact.'),
  reauthenticationRequired: () =>
    new AppError(
      'forbidden',
      'identity.reauthentication_required',
      'This asks for a proof of who you are within the last 15 minutes: POST /api/auth/reauthenticate, then try again.',
      { details: { how: '/api/auth/reauthenticate' } },
    ),
  wrongProof: () => new AppError('invalid', 'identity.wrong_proof', 'This does not prove who you are.'),
  refreshTokenUnusable: () =>
    new AppError('unauthenticated', 'identity.refresh_token_unusable', 'This token no longer works. Sign in again.'),
  passkeyNotFound: () => new AppError('not-found', 'identity.passkey_not_found', 'You have no such passkey.'),
  passkeyRefused: (cause?: unknown) =>
    new AppError('invalid', 'identity.passkey_refused', 'This passkey cannot be used here.', { cause }),
  passkeyExists: (cause?: unknown) =>
    new AppError('conflict', 'identity.passkey_exists', 'This passkey is known already.', { cause }),
  tooManyPasskeys: () =>
    new AppError('conflict', 'identity.too_many_passkeys', 'There are twenty passkeys. Remove one first.'),
  ceremonyExpired: () =>
    new AppError('gone', 'identity.ceremony_expired', 'This took too long or was done already. Start again.'),
  weakPin: (detail: string) =>
    new AppError('invalid', 'identity.weak_pin', 'This PIN is too easily guessed.', {
      errors: [{ pointer: '/pin', detail }],
    }),
  wrongPin: () => new AppError('invalid', 'identity.wrong_pin', 'This number and PIN do not belong together.'),
  pinLocked: (retryAfterSeconds: number) =>
    new AppError('locked', 'identity.pin_locked', 'Too many wrong PINs for this number. Wait, or use your phone.', {
      retryAfterSeconds,
    }),
  numberTaken: (cause?: unknown) =>
    new AppError('conflict', 'identity.number_taken', 'This number is taken.', { cause }),
} as const;

/** Refusals about the records of people. */
export const recordRefusals = {
  notMergeable: (pointer: string, detail: string) =>
    new AppError('conflict', 'identity.not_mergeable', 'These people cannot be merged.', {
      errors: [{ pointer, detail }],
    }),
  mergeNotFound: () => new AppError('not-found', 'identity.merge_not_found', 'There is no such merge.'),
  mergeOver: () => new AppError('gone', 'identity.merge_over', 'This merge can no longer be undone.'),
  directoryOff: () =>
    new AppError('conflict', 'identity.directory_off', 'No staff directory is set up. Set the DIRECTORY_ settings.'),
  directoryUnavailable: (cause?: unknown) =>
    new AppError('unavailable', 'identity.directory_unavailable', 'The staff directory does not answer as it should.', {
      cause,
      retryAfterSeconds: 60,
    }),
} as const;
