import { describe, expect, it } from 'vitest';
import { aPerson, aRegister, inMemoryPeople, personNamed, unavailable } from '../testing.ts';
import { recordPersonHandler } from './record-person.ts';

const ada = aPerson('Ada Lovelace');

const adaInside = async () => {
  const register = aRegister('2026-03-02T09:00:00Z');
  await register.signIn(ada);
  const people = inMemoryPeople();
  const recordPerson = recordPersonHandler({ ...register, people });
  const named = (displayName: string, version: number) => recordPerson(personNamed(displayName, ada.personId, version));
  return { ...register, people, named };
};

describe('what identity says of a person', () => {
  it('is kept', async () => {
    const { people, named } = await adaInside();
    await named('Ada King', 2);
    expect(people.stored.get(ada.personId)).toMatchObject({ displayName: 'Ada King', version: 2 });
  });

  it('is dropped when something newer is known', async () => {
    const { people, visits, named } = await adaInside();
    await named('Ada King', 3);
    await named('Ada Byron', 2);
    expect(people.stored.get(ada.personId)).toMatchObject({ displayName: 'Ada King' });
    expect(visits.stored.get('v1')).toMatchObject({ displayName: 'Ada King' });
  });

  it('renames the person who is inside, and says so', async () => {
    const { visits, named } = await adaInside();
    await named('Ada King', 2);
    expect(visits.stored.get('v1')).toMatchObject({ displayName: 'Ada King', open: true });
    expect(visits.facts().at(-1)).toMatchObject({ type: 'visitor-renamed', visit: { displayName: 'Ada King' } });
  });

  it('changes nothing when heard twice', async () => {
    const { visits, named } = await adaInside();
    await named('Ada King', 2);
    await named('Ada King', 2);
    expect(visits.facts().filter(({ type }) => type === 'visitor-renamed')).toHaveLength(1);
  });

  it('is caught up with when the visit could not be changed the first time', async () => {
    const { visits, named } = await adaInside();
    const { save } = visits;
    visits.save = unavailable;
    await expect(named('Ada King', 2)).rejects.toMatchObject({ kind: 'unavailable' });
    visits.save = save;
    await named('Ada King', 2);
    expect(visits.stored.get('v1')).toMatchObject({ displayName: 'Ada King' });
  });

  it('leaves visits alone that are over', async () => {
    const { visits, named, signOut } = await adaInside();
    await signOut(ada);
    await named('Ada King', 2);
    expect(visits.stored.get('v1')).toMatchObject({ displayName: 'Ada Lovelace' });
  });
});
