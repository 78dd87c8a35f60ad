import { granted, revoked } from '../../domain/outcome-of-access.ts';
import type { Task } from '../../domain/task.ts';
import { unchanged, type Volunteer } from '../../domain/volunteer.ts';
import { keepNews, type KeepDeps } from '../onboarding/keep-effect.ts';
import type { Books } from '../ports.ts';
import { auditedAct } from '../volunteers/acts.ts';
import type { TickOff } from './complete-task.ts';

/** Whoever gave or took an access by hand said so: the volunteer has it, or has it no more, at once. */
export const tickOffOn =
  (deps: KeepDeps & Readonly<{ books: Books; nudge: () => void }>): TickOff =>
  async (task, caller) => {
    const volunteer = await deps.volunteers.find(task.volunteerId);
    if (!volunteer || !isAwaited(volunteer, task)) return;
    const { channels } = await deps.books.read();
    const subject = channels.find(({ id }) => id === task.subject)?.name ?? task.subject;
    const action = task.kind === 'grant' ? 'membership.granted' : 'membership.revoked';
    await keepNews(deps)(volunteer, {
      apply: (current, ground) => {
        if (!isAwaited(current, task)) return unchanged(current);
        const { subject: channelId } = task;
        return task.kind === 'grant'
          ? granted(current, channelId, false, ground)
          : revoked(current, channelId, undefined, ground);
      },
      said: (stored, { now }) => [auditedAct(stored, now, caller, { action, subject, reason: 'ticked off' })],
    });
    deps.nudge();
  };

/** The access is still to be given, or still to be taken. */
export function isAwaited({ memberships }: Volunteer, { kind, subject }: Pick<Task, 'kind' | 'subject'>): boolean {
  const membership = memberships.find(({ channelId }) => channelId === subject);
  return membership?.state === (kind === 'grant' ? 'pending' : 'removing');
}
