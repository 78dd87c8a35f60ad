import type { Task } from '../../domain/task.ts';
import type { Volunteer } from '../../domain/volunteer.ts';

type Asked = Omit<Task, 'version' | 'state' | 'createdAt'>;

export const deactivatedTaskId = (volunteerId: string): string => `deactivated-${volunteerId}`;
export const emailTaskId = (volunteerId: string): string => `email-${volunteerId}`;
export const closingTaskId = (volunteerId: string): string => `deactivate-${volunteerId}`;

/** Somebody's account cannot be used. */
export const deactivatedTask = ({ id }: Volunteer, account: string): Asked => ({
  id: deactivatedTaskId(id),
  kind: 'deactivated_account',
  volunteerId: id,
  subject: account,
  detail: 'The account with this address is deactivated: activate it, or link another one.',
  verified: true,
});

export const emailTask = ({ id, slackUserId = '' }: Volunteer): Asked => ({
  id: emailTaskId(id),
  kind: 'email_changed',
  volunteerId: id,
  subject: slackUserId,
  detail: 'The account has another address than the volunteer: change the one that is wrong.',
  verified: true,
});

/** Who left still has an account, which no program of ours may close. */
export const closingTask = ({ id, slackUserId = '' }: Volunteer): Asked => ({
  id: closingTaskId(id),
  kind: 'deactivate_account',
  volunteerId: id,
  subject: slackUserId,
  detail: 'Deactivate the account: an owner of the workspace does so under "Manage members".',
  verified: true,
});
