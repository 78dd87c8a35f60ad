import { describe, expect, it } from 'vitest';
import { inMemorySends } from '../reminders/testing.ts';
import { aPerson, aRegister, inMemoryPeople, personNamed } from '../testing.ts';
import { erasePersonHandler } from './erase-person.ts';
import { mergePeopleHandler } from './merge-people.ts';
import { unmergePeopleHandler } from './unmerge-people.ts';

const [ada, adaL] = [aPerson('Ada Lovelace'), aPerson('ada l')];
const merge = { survivorId: ada.personId, mergedId: adaL.personId, mergeId: 'm1' };

/** The same person twice: signed in at 09:00 by one name and at 09:20 by the other. */
const bothInside = async (first = ada, second = adaL) => {
  const register = aRegister('2026-03-02T09:00:00Z');
  const people = inMemoryPeople();
  for (const { displayName } of [ada, adaL]) await people.put(personNamed(displayName));
  await register.signIn(first);
  register.clock.set('2026-03-02T09:20:00Z');
  await register.signIn(second);
  const deps = { ...register, people, sends: inMemorySends() };
  return {
    ...deps,
    merge: mergePeopleHandler(deps),
    unmerge: unmergePeopleHandler(deps),
    erase: erasePersonHandler(deps),
  };
};
type Register = Awaited<ReturnType<typeof bothInside>>;
const told = ({ visits }: Register) =>
  [...visits.stored.values()].map(({ id, personId, open }) => [id, personId, open]);

describe('merging two people', () => {
  it('leaves one open visit, the earlier one (19)', async () => {
    const register = await bothInside();
    await register.merge(merge);
    expect(told(register)).toEqual([
      ['v1', 'ada-lovelace', true],
      ['v2', 'ada-lovelace', false],
    ]);
    expect(register.visits.stored.get('v2')?.closedReason).toBe('merged');
    expect(register.presence.count('vw')).toBe(1);
  });

  it('keeps the earlier one also when it was the merged person’s', async () => {
    const register = await bothInside(adaL, ada);
    await register.merge(merge);
    expect(told(register)).toEqual([
      ['v1', 'ada-lovelace', true],
      ['v2', 'ada-lovelace', false],
    ]);
    expect(register.visits.stored.get('v1')?.displayName).toBe('Ada Lovelace');
    expect(register.presence.count('vw')).toBe(1);
  });

  it('may be told twice', async () => {
    const register = await bothInside();
    await register.merge(merge);
    const before = told(register);
    await register.merge(merge);
    expect(told(register)).toEqual(before);
  });

  it('tells of it once for each visit', async () => {
    const register = await bothInside();
    await register.merge(merge);
    expect(
      register.visits
        .facts()
        .map(({ type }) => type)
        .slice(2),
    ).toEqual(['visit-ended', 'visit-reassigned']);
  });

  it('lets the survivor sign out of the visit that goes on', async () => {
    const register = await bothInside(adaL, ada);
    await register.merge(merge);
    expect(await register.signOut(ada)).toMatchObject({ changed: true, visitId: 'v1', occupancy: 0 });
  });

  it('can be undone: both are inside again (19)', async () => {
    const register = await bothInside();
    await register.merge(merge);
    await register.unmerge(merge);
    expect(told(register)).toEqual([
      ['v1', 'ada-lovelace', true],
      ['v2', 'ada-l', true],
    ]);
    expect(register.visits.stored.get('v2')).toMatchObject({ displayName: 'ada l' });
    expect(register.visits.stored.get('v2')).not.toHaveProperty('formerly');
    expect(register.presence.count('vw')).toBe(2);
  });

  it('is undone once, however often that is told', async () => {
    const register = await bothInside();
    await register.merge(merge);
    await register.unmerge(merge);
    const before = told(register);
    await register.unmerge(merge);
    expect(told(register)).toEqual(before);
  });

  it('does not open a visit again where the person has come in anew', async () => {
    const register = await bothInside(adaL, ada);
    await register.merge(merge);
    await register.signOut(ada);
    await register.signIn(ada);
    await register.unmerge(merge);
    expect(told(register)).toEqual([
      ['v1', 'ada-l', false],
      ['v2', 'ada-lovelace', false],
      ['v3', 'ada-lovelace', true],
    ]);
  });
});

describe('erasing a person', () => {
  it('leaves visits of somebody unknown, still counted', async () => {
    const register = await bothInside();
    await register.erase(ada.personId);
    const visit = register.visits.stored.get('v1');
    expect(visit).toMatchObject({ open: true, displayName: '', in: { ip: '', userAgent: '' } });
    expect(JSON.stringify(visit)).not.toMatch(/ada/i);
    expect(register.presence.count('vw')).toBe(2);
  });

  it('leaves nothing of a merged name either', async () => {
    const register = await bothInside();
    await register.merge(merge);
    await register.erase(ada.personId);
    expect(JSON.stringify([...register.visits.stored.values()])).not.toMatch(/ada/i);
  });

  it('is one unknown person on a day, and another on the next', async () => {
    const register = await bothInside();
    await register.signOut(ada);
    await register.signIn(ada);
    register.clock.set('2026-03-03T09:00:00Z');
    await register.signIn(ada);
    await register.erase(ada.personId);
    const ids = ['v1', 'v3', 'v4'].map((id) => register.visits.stored.get(id)?.personId);
    expect([ids[0] === ids[1], ids[1] === ids[2]]).toEqual([true, false]);
  });

  it('does not remember the name when it is told late', async () => {
    const { erase, people } = await bothInside();
    await erase(ada.personId);
    expect(await people.put(personNamed('Ada Lovelace', ada.personId, 9))).toBe(false);
  });
});
