import { AppError, type FieldError } from '@guildhall/kernel';

// Every refusal of the register, in one place: the codes are public and never change their meaning.

export const siteNotFound = (): AppError =>
  new AppError('not-found', 'register.site_not_found', 'There is no such site.');

export const siteExists = (cause?: unknown): AppError =>
  new AppError('conflict', 'register.site_exists', 'A site with this id exists already.', { cause });

export const invalidSite = (errors: readonly FieldError[]): AppError =>
  new AppError('invalid', 'register.invalid_site', 'The site cannot be stored like this.', { errors });

export const wrongDate = (today: string): AppError =>
  new AppError('conflict', 'register.wrong_date', `At this site it is ${today}; reload the page.`, {
    details: { today },
  });

export const badDate = (field: string): AppError =>
  new AppError('malformed', 'register.bad_date', 'A date is written YYYY-MM-DD, as in 2026-03-02.', {
    errors: [{ pointer: `/${field}`, detail: 'is not a calendar date' }],
  });

export const badRange = (detail: string): AppError =>
  new AppError('invalid', 'register.bad_range', `The range of days ${detail}.`, {
    errors: [{ pointer: '/from', detail }],
  });

export const unknownEntrance = (): AppError =>
  new AppError('invalid', 'register.unknown_entrance', 'This site has no such entrance.', {
    errors: [{ pointer: '/entrance', detail: 'is none of the entrances of this site' }],
  });

export const notAPerson = (): AppError =>
  new AppError('forbidden', 'register.not_a_person', 'Only a person can sign in to a building.');

export const badPageToken = (): AppError =>
  new AppError('malformed', 'register.bad_page_token', 'This page token was not given out here.', {
    errors: [{ pointer: '/pageToken', detail: 'was not given out here' }],
  });

export const busyVisit = (): AppError =>
  new AppError('unavailable', 'register.visit_busy', 'This visit is being changed by others; try again.', {
    retryAfterSeconds: 1,
  });

/** The store's unique index refused a second open visit of one person at one site. */
export const alreadyInside = (cause?: unknown): AppError =>
  new AppError('conflict', 'register.already_inside', 'This person is inside already.', { cause });
