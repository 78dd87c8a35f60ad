import type { Handler } from '@guildhall/kernel';
import type { Task } from '../../domain/task.ts';
import type { Books, Tasks, Volunteers } from '../ports.ts';
import type { Known, VolunteerReadings } from '../volunteers/readings.ts';

/** `volunteerId` is the one of the organisation; empty is anybody. */
export type ListTasks = Readonly<{ state: 'open' | 'done' | 'all'; volunteerId: string }>;

/** A task with whom and what it is about, in words. */
export type ShownTask = Readonly<{ task: Task; volunteer?: Known; subject: string }>;

export type TaskReading = Readonly<{ books: Books; readings: Pick<VolunteerReadings, 'known'> }>;

type Deps = TaskReading & Readonly<{ tasks: Tasks; volunteers: Pick<Volunteers, 'named'> }>;

/** What people have to do, the latest first. */
export const listTasksHandler =
  (deps: Deps): Handler<ListTasks, readonly ShownTask[]> =>
  async ({ state, volunteerId }) => {
    const about = volunteerId === '' ? '' : (await deps.volunteers.named(volunteerId))?.id;
    return about === undefined ? [] : shownTasks(deps, await deps.tasks.list({ state, volunteerId: about }));
  };

/** The subject of a checklist is a channel, which has a name. */
export async function shownTasks(
  { books, readings }: TaskReading,
  tasks: readonly Task[],
): Promise<readonly ShownTask[]> {
  const { channels } = await books.read();
  const known = await readings.known(tasks.map(({ volunteerId }) => volunteerId).filter(Boolean));
  return tasks.map((task) => {
    const volunteer = known.get(task.volunteerId);
    const subject = channels.find(({ id }) => id === task.subject)?.name ?? task.subject;
    return { task, subject, ...(volunteer && { volunteer }) };
  });
}
