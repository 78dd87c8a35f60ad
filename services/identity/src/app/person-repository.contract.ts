import { describe, expect, it } from 'vitest';
import { fold } from '../domain/fold.ts';
import { changePerson, createPerson, type Person, sortNameOf } from '../domain/person.ts';
import type { People } from './ports.ts';

const at = new Date('2026-03-02T08:55:00Z');

type Who = Readonly<{ id: string; firstName: string; lastName: string; handle?: string; value?: string }>;

const person = ({ id, firstName, lastName, handle = id, value = `${id}@example.org` }: Who) => {
  const contacts = [{ id: `k-${id}`, method: 'email', value, verifiedAt: at } as const];
  return createPerson({ id, firstName, lastName, handle, contacts, kind: 'staff', roles: ['member'] }, at);
};
const people = [
  { id: 'p1', firstName: 'Zoë', lastName: 'Ång', handle: 'zoe.ang' },
  { id: 'p2', firstName: 'Adam', lastName: 'Angel', value: 'adam+tag@example.org' },
  { id: 'p3', firstName: 'Ada', lastName: 'Ang' },
  { id: 'p4', firstName: 'Ada', lastName: 'Ang' },
];

/** Every People must pass: run it on the one in memory and on the one in the store. */
export const personRepositoryContract = (name: string, make: () => Promise<People>) =>
  describe(`${name} keeps the promises of People`, () => {
    const filled = async (): Promise<People> => {
      const repository = await make();
      for (const who of people) await repository.save(person(who).next, []);
      return repository;
    };
    const idsOf = (found: readonly Person[]): string[] => found.map(({ id }) => id);

    it('returns what was saved, and nothing more', async () => {
      const repository = await make();
      const { next } = person(people[0]!);
      await repository.save(next, []);
      expect(await repository.find('p1')).toEqual(next);
      expect(await repository.find('p2')).toBeUndefined();
    });

    it('gives several by id, a page by id, and those whose reach was never said', async () => {
      const repository = await filled();
      expect(idsOf(await repository.among(['p3', 'nobody', 'p1']))).toEqual(['p3', 'p1']);
      expect(idsOf(await repository.after('p1', 2))).toEqual(['p2', 'p3']);
      expect(await repository.unreached(10)).toEqual([]);
      const { next } = person(people[0]!);
      await repository.save({ ...next, isReachSaid: false, version: 2 }, []);
      expect(idsOf(await repository.unreached(10))).toEqual(['p1']);
    });

    it('lists nobody who became somebody else, and nobody who was removed', async () => {
      const repository = await filled();
      const [one, two] = [person(people[0]!).next, person(people[1]!).next];
      await repository.save({ ...one, status: 'merged', mergedInto: 'p2', version: 2 }, []);
      await repository.remove(two);
      expect(idsOf(await repository.list({ query: '', limit: 10 }))).toEqual(['p3', 'p4']);
      expect(await repository.find('p1')).toMatchObject({ mergedInto: 'p2' });
      expect(await repository.find('p2')).toBeUndefined();
    });

    it('refuses a handle that somebody has, also in a race', async () => {
      const repository = await make();
      const rivals = ['p1', 'p2', 'p3', 'p4', 'p5'].map((id) =>
        person({ id, firstName: 'A', lastName: 'B', handle: 'a.b' }),
      );
      const outcomes = await Promise.allSettled(rivals.map(({ next }) => repository.save(next, [])));
      expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      for (const one of outcomes.filter((outcome) => outcome.status === 'rejected')) {
        expect(one.reason).toMatchObject({ code: 'identity.handle_taken' });
      }
    });

    it('refuses to overwrite a newer version', async () => {
      const repository = await make();
      const { next } = person(people[0]!);
      await repository.save(next, []);
      const renamed = changePerson(next, { lastName: 'Berg' }, at)!.next;
      await repository.save(renamed, []);
      await expect(repository.save(renamed, [])).rejects.toMatchObject({ kind: 'stale' });
    });

    it('lists everybody in the order of names, and goes on after any of them', async () => {
      const repository = await filled();
      expect(idsOf(await repository.list({ query: '', limit: 3 }))).toEqual(['p3', 'p4', 'p1']);
      const after = { sortName: sortNameOf({ firstName: 'Ada', lastName: 'Ang' }), id: 'p3' };
      expect(idsOf(await repository.list({ query: '', limit: 10, after }))).toEqual(['p4', 'p1', 'p2']);
    });

    it('goes on from one letter to the next, and from there to other scripts', async () => {
      const repository = await make();
      const names = ['Aa', 'Bb', 'Cc', 'Zz', '李', '9'];
      for (const lastName of names) {
        await repository.save(person({ id: `p-${names.indexOf(lastName)}`, firstName: 'X', lastName }).next, []);
      }
      const seen: string[] = [];
      for (let page = await repository.list({ query: '', limit: 2 }); page.length > 0;) {
        seen.push(...page.map(({ lastName }) => lastName));
        const last = page.at(-1)!;
        page = await repository.list({ query: '', limit: 2, after: { sortName: sortNameOf(last), id: last.id } });
      }
      expect(seen).toEqual(['9', 'Aa', 'Bb', 'Cc', 'Zz', '李']);
    });

    it.each([
      ['ang', ['p3', 'p4', 'p1', 'p2']],
      ['ng zoe', ['p1']],
      ['zoe.a', ['p1']],
      ['adam+tag', ['p2']],
      ['example.org', []],
      ['.*', []],
      ['\\', []],
    ])('finds %j', async (query, ids) => {
      const repository = await filled();
      expect(idsOf(await repository.list({ query: fold(query), limit: 10 }))).toEqual(ids);
    });
  });
