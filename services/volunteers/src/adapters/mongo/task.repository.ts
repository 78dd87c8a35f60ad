import type { Clock } from '@guildhall/kernel';
import { retryStale } from '@guildhall/kernel';
import type { Aggregates, IndexSpec, Stored } from '@guildhall/mongo';
import type { Tasks } from '../../app/ports.ts';
import type { Task } from '../../domain/task.ts';

export const taskCollection = 'tasks';

export type TaskState = Omit<Task, 'id' | 'version'>;

export const taskIndexes: readonly IndexSpec[] = [
  // What is open; the tasks of a volunteer.
  { name: 'by_state', keys: { 'state.state': 1, 'state.volunteerId': 1 } },
];

const most = 1_000;

export function taskRepository(tasks: Aggregates<TaskState>, clock: Clock): Tasks {
  const find = async (id: string): Promise<Task | undefined> => {
    const found = await tasks.find(id);
    return found && { ...found.state, id: found.id, version: found.version };
  };
  const put = ({ id, version, ...state }: Task): Promise<void> => tasks.save({ id, version, state });
  return {
    find,
    open: (task) =>
      retryStale(async () => {
        const known = await find(task.id);
        if (known?.state === 'open') return;
        await put({ ...task, state: 'open', version: (known?.version ?? 0) + 1, createdAt: clock.now() });
      }),
    close: (id, doneBy) =>
      retryStale(async () => {
        const known = await find(id);
        if (known?.state !== 'open') return;
        await put({ ...known, state: 'done', version: known.version + 1, doneAt: clock.now(), doneBy });
      }),
    list: async ({ state, volunteerId }) => {
      const filter = {
        ...(state !== 'all' && { 'state.state': state }),
        ...(volunteerId !== '' && { 'state.volunteerId': volunteerId }),
      };
      const found = await tasks.model.find(filter, { version: 1, state: 1 }).limit(most).lean<Stored<TaskState>[]>();
      return found
        .map((one): Task => ({ ...one.state, id: one._id, version: one.version }))
        .toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime());
    },
  };
}
