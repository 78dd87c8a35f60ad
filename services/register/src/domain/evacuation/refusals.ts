import { AppError } from '@guildhall/kernel';

/** Every refusal about evacuations: the codes are public and never change their meaning. */
export const refusals = {
  incidentNotFound: (): AppError =>
    new AppError('not-found', 'register.incident_not_found', 'There is no such incident.'),

  incidentOpen: (incidentId?: string, cause?: unknown): AppError =>
    new AppError('conflict', 'register.incident_open', 'An incident is under way at this site already.', {
      cause,
      ...(incidentId && { details: { incidentId } }),
    }),

  incidentEnded: (): AppError =>
    new AppError('conflict', 'register.incident_ended', 'This incident has ended; what was said stays as it is.'),

  entryNotFound: (): AppError =>
    new AppError('not-found', 'register.entry_not_found', 'Nobody of this id is on the list.'),

  notAWarden: (): AppError =>
    new AppError('forbidden', 'register.not_a_warden', 'Only wardens of this site and safety officers may do this.'),

  tooManyMarks: (): AppError =>
    new AppError('conflict', 'register.too_many_marks', 'There are 500 marks about this person already.'),

  linkUnusable: (): AppError =>
    new AppError('gone', 'register.link_unusable', 'This link is no longer good; ask for another one.'),

  unknownCode: (): AppError =>
    new AppError('invalid', 'register.unknown_code', 'This is not the code of anybody or anything here.', {
      errors: [{ pointer: '/code', detail: 'is not a code of this incident' }],
    }),

  unknownMusterPoint: (): AppError =>
    new AppError('not-found', 'register.muster_point_not_found', 'This incident has no such muster point.'),

  invalidPlan: (pointer: string, detail: string): AppError =>
    new AppError('invalid', 'register.invalid_plan', 'The plan cannot be kept like this.', {
      errors: [{ pointer, detail }],
    }),

  entryBusy: (): AppError =>
    new AppError('unavailable', 'register.entry_busy', 'Others are changing this entry; try again.', {
      retryAfterSeconds: 1,
    }),
};
