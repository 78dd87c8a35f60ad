import type { People, Person } from '../ports.ts';
import type { Hosts } from '../visitors/ports.ts';

/** A person as identity has them now; nothing for nobody. */
export type Directory = (personId: string) => Promise<Omit<Person, 'snoozed'> | undefined>;

/** Finds a person, also one whom identity took in a moment ago and of whom the register has not heard yet. */
export const learnPersonBy =
  ({ people, directory }: Readonly<{ people: People; directory: Directory }>) =>
  async (personId: string): Promise<Person | undefined> => {
    const [known] = await people.findMany([personId]);
    if (known && known.version > 0) return known;
    const learned = await directory(personId);
    if (!learned) return undefined;
    await people.put(learned);
    const [person] = await people.findMany([personId]);
    return person;
  };

/** Hosts among whom somebody new is found as well. */
export const learningHosts = (hosts: Hosts, learn: ReturnType<typeof learnPersonBy>): Hosts => ({
  ...hosts,
  find: async (personId) => {
    const host = await hosts.find(personId);
    if (host || !(await learn(personId))) return host;
    return hosts.find(personId);
  },
});
