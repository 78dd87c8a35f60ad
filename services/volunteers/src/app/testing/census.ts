import type { Membership, Volunteer } from '../../domain/volunteer.ts';
import type { Census, Having } from '../rules/ports.ts';

const isOpen = ({ endedAt, approval }: Volunteer['assignments'][number]): boolean =>
  !endedAt && approval?.state !== 'refused';

/** Counts what a map of volunteers holds. */
export const inMemoryCensus = (stored: ReadonlyMap<string, Volunteer>) => {
  const asked: string[][] = [];
  const open = () => [...stored.values()].filter(({ status }) => status !== 'left');
  const tally = (keysOf: (volunteer: Volunteer) => readonly string[]) => {
    const counts = new Map<string, number>();
    for (const key of open().flatMap((one) => [...new Set(keysOf(one))])) counts.set(key, (counts.get(key) ?? 0) + 1);
    return counts;
  };
  const rolesOf = ({ assignments }: Volunteer) => assignments.filter(isOpen).map(({ roleKey }) => roleKey);
  const has = (volunteer: Volunteer, what: Having): boolean => {
    if ('roleKey' in what) return rolesOf(volunteer).includes(what.roleKey);
    if ('locationId' in what)
      return volunteer.assignments.some((one) => isOpen(one) && one.locationId === what.locationId);
    const isKept = (one: Membership) => one.desired || one.state === 'removing' || (one.held && one.source === 'rule');
    return volunteer.memberships.some((one) => one.channelId === what.channelId && isKept(one));
  };
  const census: Census = {
    all: async () => open().length,
    having: async (what) => [...stored.values()].filter((one) => has(one, what)).length,
    byRole: async () => tally(rolesOf),
    byPlace: async () => tally(({ assignments }) => assignments.filter(isOpen).map(({ locationId }) => locationId)),
    byChannel: async () =>
      tally(({ memberships }) => memberships.filter(({ desired }) => desired).map(({ channelId }) => channelId)),
    withRoles: async function* withRoles(roleKeys) {
      asked.push([...roleKeys]);
      for (const one of open()) if (rolesOf(one).some((key) => roleKeys.includes(key))) yield [one];
    },
  };
  return { ...census, asked };
};
