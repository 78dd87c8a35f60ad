import type { Clock, Handler } from '@guildhall/kernel';
import { refusals } from '../../domain/refusals.ts';
import type { Task } from '../../domain/task.ts';
import type { Caller, Tasks } from '../ports.ts';
import { SystemError } from '../systems/system-error.ts';
import { shownTasks, type ShownTask, type TaskReading } from './list-tasks.ts';

export type CompleteTask = Readonly<{ taskId: string; caller: Caller }>;

/** Why the system does not show it done yet; nothing where it does, and has been seen to. */
export type VerifyTask = (task: Task) => Promise<string | undefined>;

/** Writes down that somebody ticked off giving or taking an access. */
export type TickOff = (task: Task, caller: Caller) => Promise<void>;

type Deps = TaskReading & Readonly<{ tasks: Tasks; clock: Clock; verify: VerifyTask; tickOff: TickOff }>;

/** A task is done because somebody says so, or because the system shows it: that is asked now. */
export const completeTaskHandler =
  (deps: Deps): Handler<CompleteTask, ShownTask> =>
  async ({ taskId, caller }) => {
    const task = await deps.tasks.find(taskId);
    if (!task) throw refusals.taskNotFound();
    if (task.state === 'open') await complete(deps, task, caller);
    const [shown] = await shownTasks(deps, [(await deps.tasks.find(taskId)) ?? task]);
    if (!shown) throw refusals.taskNotFound();
    return shown;
  };

async function complete({ tasks, verify, tickOff }: Deps, task: Task, caller: Caller): Promise<void> {
  if (task.verified) {
    const missing = await verify(task).catch(unreachable);
    if (missing !== undefined) throw refusals.taskNotVerified(missing);
  } else {
    // The access first: cut short, the task is still there, and ticking it off again changes nothing.
    await tickOff(task, caller);
  }
  await tasks.close(task.id, caller.principal.personId);
}

function unreachable(error: unknown): never {
  throw error instanceof SystemError ? refusals.systemUnavailable(error.code) : error;
}
