import { refusals } from '../../domain/refusals.ts';
import type { Volunteer } from '../../domain/volunteer.ts';
import type { Volunteers, Wake } from '../ports.ts';
import { stale, type TestClock } from './clock.ts';

const isOpen = ({ status }: Volunteer): boolean => status !== 'left';

export const inMemoryVolunteers = (clock: TestClock) => {
  const stored = new Map<string, Volunteer>();
  const due = new Map<string, Date>();
  const said: { type: string }[] = [];
  const other = (volunteer: Volunteer, where: (one: Volunteer) => boolean): boolean =>
    [...stored.values()].some((one) => one.id !== volunteer.id && where(one));
  const repository: Volunteers = {
    find: async (id) => stored.get(id),
    named: async (volunteerId) => [...stored.values()].find((one) => one.volunteerId === volunteerId),
    withEmail: async (email) => [...stored.values()].find((one) => isOpen(one) && one.email === email),
    withSlackUser: async (id) => [...stored.values()].find((one) => isOpen(one) && one.slackUserId === id),
    save: async (volunteer, told, dueAt) => {
      await Promise.resolve();
      if ((stored.get(volunteer.id)?.version ?? 0) !== volunteer.version - 1) throw stale();
      if (other(volunteer, (one) => one.volunteerId === volunteer.volunteerId)) throw refusals.duplicateVolunteerId();
      const isSame = (key: 'email' | 'slackUserId') => (one: Volunteer) =>
        isOpen(one) && isOpen(volunteer) && volunteer[key] !== undefined && one[key] === volunteer[key];
      if (other(volunteer, isSame('email'))) throw refusals.duplicateEmail();
      if (other(volunteer, isSame('slackUserId'))) throw refusals.slackUserTaken();
      stored.set(volunteer.id, volunteer);
      said.push(...told);
      if (dueAt) due.set(volunteer.id, dueAt);
      else due.delete(volunteer.id);
    },
    wake: async (which) => {
      for (const volunteer of [...stored.values()].filter((one) => isMeant(one, which))) {
        stored.set(volunteer.id, woken(volunteer, which));
        due.set(volunteer.id, clock.now());
      }
    },
    waitingForLink: async (limit) =>
      [...stored.values()]
        .filter(({ onboarding }) => onboarding.state === 'WAITING_FOR_LINK')
        .toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime())
        .slice(0, limit)
        .map(({ id }) => id),
  };
  return { ...repository, stored, due, said };
};

function woken({ heldUntil, ...volunteer }: Volunteer, which: Wake): Volunteer {
  const kept = 'held' in which || heldUntil === undefined ? {} : { heldUntil };
  return { ...volunteer, ...kept, version: volunteer.version + 1 };
}

function isMeant({ assignments, memberships, heldUntil }: Volunteer, which: Wake): boolean {
  if ('roleKeys' in which) return assignments.some(({ roleKey }) => which.roleKeys.includes(roleKey));
  if ('failedIn' in which) return memberships.some((one) => one.channelId === which.failedIn && one.state === 'failed');
  return heldUntil !== undefined;
}
