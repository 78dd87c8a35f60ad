import { describe, expect, it } from 'vitest';
import { aPerson, aRegister, aSite, inMemoryPeople, personNamed } from '../testing.ts';
import { getWhoIsInHandler, tellWhoIsInHandler } from './who-is-in.ts';

const threeInside = async (whoSees: 'off' | 'members' = 'members') => {
  const register = aRegister('2026-03-02T09:00:00Z', aSite({ whoSees }));
  const people = inMemoryPeople();
  for (const name of ['Cy Clay', 'Ada Lovelace', 'Bob Bauer']) {
    await register.signIn(aPerson(name));
    await people.put({ ...personNamed(name), visible: name !== 'Bob Bauer' });
  }
  const deps = { ...register, people };
  return { ...deps, who: getWhoIsInHandler(deps), tell: tellWhoIsInHandler(deps) };
};

describe('who is in', () => {
  it('shows those who wish to be seen, by name, and counts all', async () => {
    const { who } = await threeInside();
    const { count, people } = await who('vw');
    expect([count, people.map(({ displayName }) => displayName)]).toEqual([3, ['Ada Lovelace', 'Cy Clay']]);
  });

  it('shows no visitors', async () => {
    const { who, signIn, people } = await threeInside();
    await people.put({ ...personNamed('Vic Visitor'), visible: true });
    await signIn(aPerson('Vic Visitor'), { kind: 'visitor' });
    expect((await who('vw')).people.map(({ displayName }) => displayName)).not.toContain('Vic Visitor');
  });

  it('counts nobody whose day is over', async () => {
    const { who, clock } = await threeInside();
    clock.set('2026-03-03T00:00:00Z');
    expect(await who('vw')).toMatchObject({ count: 0, people: [] });
  });

  it('is nobody’s business where the site says so', async () => {
    const { who } = await threeInside('off');
    await expect(who('vw')).rejects.toMatchObject({ kind: 'forbidden', code: 'register.who_is_in_off' });
  });
});

describe('the answer to /whosin', () => {
  it('names the site, the number and those who wish to be seen', async () => {
    const { tell } = await threeInside();
    expect(await tell('')).toBe('Vauxhall Walk: 3 people in: Ada Lovelace, Cy Clay and 1 more');
  });

  it('takes the name of a site or its id', async () => {
    const { tell } = await threeInside();
    expect(await tell(' VAUXHALL walk ')).toBe(await tell('vw'));
  });

  it('says which sites there are when there is no such one', async () => {
    const { tell } = await threeInside();
    expect(await tell('moon')).toBe('Which site? There is Vauxhall Walk.');
  });

  it('tells nothing of a site that shows nobody', async () => {
    const { tell } = await threeInside('off');
    expect(await tell('vw')).toBe('No site shows who is in.');
  });

  it('calls nobody, whatever people and sites are named', async () => {
    const register = aRegister('2026-03-02T09:00:00Z', aSite({ whoSees: 'members', name: 'A & B' }));
    const people = inMemoryPeople();
    await register.signIn(aPerson('<!channel> Cy'));
    await people.put({ ...personNamed('<!channel> Cy'), visible: true });
    const tell = tellWhoIsInHandler({ ...register, people });
    expect(await tell('')).toBe('A &amp; B: 1 person in: &lt;!channel&gt; Cy');
  });
});
