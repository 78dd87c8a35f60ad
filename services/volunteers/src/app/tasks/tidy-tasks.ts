import type { Handler } from '@guildhall/kernel';
import type { Task } from '../../domain/task.ts';
import type { Volunteer } from '../../domain/volunteer.ts';
import type { Tasks, Volunteers } from '../ports.ts';
import { isAwaited } from './tick-off.ts';

type Deps = Readonly<{ tasks: Tasks; volunteers: Pick<Volunteers, 'find'> }>;

/** Closes the tasks of a volunteer that nobody needs to do any more. */
export const tidyTasksHandler =
  ({ tasks, volunteers }: Deps): Handler<string> =>
  async (id) => {
    const volunteer = await volunteers.find(id);
    for (const task of await tasks.list({ state: 'open', volunteerId: id })) {
      if (isMoot(task, volunteer)) await tasks.close(task.id, '');
    }
  };

/** What it asks for has no sense any more. */
export function isMoot(task: Task, volunteer: Volunteer | undefined): boolean {
  if (!volunteer || volunteer.erased) return true;
  switch (task.kind) {
    case 'deactivate_account':
      return volunteer.status !== 'left';
    case 'deactivated_account':
    case 'email_changed':
      return volunteer.status === 'left';
    case 'grant':
    case 'revoke':
      return !isAwaited(volunteer, task);
    case 'channel_broken':
      return false;
  }
}
