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

export const nobodyInside = (): AppError =>
  new AppError('conflict', 'register.nobody_inside', 'Nobody is inside who could be written to.');

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

export const siteFull = (): AppError =>
  new AppError('conflict', 'register.site_full', 'This site is full: somebody has to leave first.');

export const visitNotFound = (): AppError =>
  new AppError('not-found', 'register.visit_not_found', 'There is no such visit.');

export const correctionTooLate = (days: number): AppError =>
  new AppError('conflict', 'register.correction_too_late', `Own visits can be corrected for ${days} days.`);

export const visitInFuture = (field: string): AppError =>
  new AppError('invalid', 'register.visit_in_future', 'A visit cannot be in the future.', {
    errors: [{ pointer: `/${field}`, detail: 'is in the future' }],
  });

export const impossibleTimes = (detail: string): AppError =>
  new AppError('invalid', 'register.impossible_times', `The time of leaving ${detail}.`, {
    errors: [{ pointer: '/leftAt', detail }],
  });

export const overlappingVisit = (): AppError =>
  new AppError('conflict', 'register.visits_overlap', 'Another visit of this person covers that time.');

export const nothingToCorrect = (): AppError =>
  new AppError('invalid', 'register.nothing_to_correct', 'Say what is to be corrected.', {
    errors: [{ pointer: '/leftAt', detail: 'or arrivedAt is needed' }],
  });

export const personNotFound = (): AppError =>
  new AppError('not-found', 'register.person_not_found', 'The register knows no such person.');

export const whoIsInOff = (): AppError =>
  new AppError('forbidden', 'register.who_is_in_off', 'This site shows nobody who is in.');

export const siteNeeded = (): AppError =>
  new AppError('invalid', 'register.site_needed', 'There is more than one site: say which.', {
    errors: [{ pointer: '/siteId', detail: 'is required' }],
  });

export const linkUnusable = (): AppError =>
  new AppError('gone', 'register.link_unusable', 'This link is over, or it never was one.');

export const unknownReminder = (known: readonly string[]): AppError =>
  new AppError('invalid', 'register.unknown_reminder', 'There is no such reminder.', {
    errors: [{ pointer: '/template', detail: `must be ${known.join(' or ')}` }],
  });

export const runNotFound = (): AppError =>
  new AppError('not-found', 'register.reminder_run_not_found', 'There is no such run.');

/** The store's unique index refused a second open visit of one person at one site. */
export const alreadyInside = (cause?: unknown): AppError =>
  new AppError('conflict', 'register.already_inside', 'This person is inside already.', { cause });
