import { AppError } from '@guildhall/kernel';

export const activityRefusals = {
  opportunityNotFound: () =>
    new AppError('not-found', 'volunteers.opportunity_not_found', 'There is no such opportunity.'),
  shiftNotFound: () => new AppError('not-found', 'volunteers.shift_not_found', 'There is no such shift.'),
  shiftOver: () =>
    new AppError(
      'conflict',
      'volunteers.shift_over',
      'The shift has begun or was cancelled: nothing changes any more.',
    ),
  shiftFull: () =>
    new AppError('conflict', 'volunteers.shift_full', 'Every place is taken, and so is every place to wait.'),
  notAVolunteer: () =>
    new AppError('forbidden', 'volunteers.not_a_volunteer', 'You are no volunteer here, or not with this account.'),
  roleNeeded: () =>
    new AppError('forbidden', 'volunteers.role_needed', 'This is for volunteers with a role that you do not have.'),
};
