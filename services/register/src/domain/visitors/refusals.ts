import { AppError, type FieldError } from '@guildhall/kernel';

// The refusals about visitors: the codes are public and never change their meaning.

export const visitorNotFound = (): AppError =>
  new AppError('not-found', 'register.visitor_not_found', 'There is no such visitor.');

/** Events come in any order: the arrival may follow. */
export const arrivalUnknown = (): AppError =>
  new AppError('unavailable', 'register.arrival_unknown', 'The arrival of this visitor has not been handed in yet.');

export const invalidVisitor = (errors: readonly FieldError[]): AppError =>
  new AppError('invalid', 'register.invalid_visitor', 'The visitor cannot be taken down like this.', { errors });

export const visitorNotExpected = (status: string): AppError =>
  new AppError('conflict', 'register.visitor_not_expected', 'This visitor is not expected any more.', {
    details: { status },
  });

export const visitorOnAnotherDay = (expectedOn: string): AppError =>
  new AppError(
    'conflict',
    'register.visitor_other_day',
    `This visitor is expected on ${expectedOn}; ask at the desk.`,
    {
      details: { expectedOn },
    },
  );

export const visitorNotApproved = (): AppError =>
  new AppError('forbidden', 'register.visitor_not_approved', 'Nobody has agreed to this visit yet; ask at the desk.');

export const visitorNotPending = (): AppError =>
  new AppError('conflict', 'register.visitor_not_pending', 'This visit has been decided about already.');

export const ownAnnouncement = (): AppError =>
  new AppError('forbidden', 'register.own_announcement', 'Somebody else has to agree to a visit that you announced.');

export const documentsMissing = (errors: readonly FieldError[]): AppError =>
  new AppError('invalid', 'register.documents_missing', 'Read and accept every document in its current version.', {
    errors,
  });

export const inductionMissing = (): AppError =>
  new AppError(
    'forbidden',
    'register.induction_missing',
    'Nobody has recorded an induction for this contractor; ask at the desk.',
  );

export const inductionExpired = (expiresOn: string): AppError =>
  new AppError(
    'forbidden',
    'register.induction_expired',
    `The induction was valid until ${expiresOn}; ask at the desk.`,
    {
      details: { expiresOn },
    },
  );

export const notWaiting = (): AppError =>
  new AppError('conflict', 'register.visitor_not_waiting', 'This visitor is not inside.');

export const pictureUnusable = (pointer: string, detail: string): AppError =>
  new AppError('invalid', 'register.picture_unusable', `The picture ${detail}.`, { errors: [{ pointer, detail }] });

export const pictureNotFound = (): AppError =>
  new AppError('not-found', 'register.picture_not_found', 'There is no such picture.');

export const invalidReception = (errors: readonly FieldError[]): AppError =>
  new AppError('invalid', 'register.invalid_reception', 'The reception cannot be set up like this.', { errors });

export const invalidWatchEntry = (errors: readonly FieldError[]): AppError =>
  new AppError('invalid', 'register.invalid_watch_entry', 'The entry cannot be stored like this.', { errors });

export const watchEntryNotFound = (): AppError =>
  new AppError('not-found', 'register.watch_entry_not_found', 'There is no such entry on the watch list of this site.');

export const inductionNotFound = (): AppError =>
  new AppError('not-found', 'register.induction_not_found', 'There is no such induction at this site.');

export const invalidInduction = (errors: readonly FieldError[]): AppError =>
  new AppError('invalid', 'register.invalid_induction', 'The induction cannot be stored like this.', { errors });
