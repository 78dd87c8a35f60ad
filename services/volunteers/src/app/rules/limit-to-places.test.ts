import { describe, expect, it } from 'vitest';
import { aCaller, aService, inMemoryPeople, refusalOf } from '../testing.ts';
import { getVolunteerHandler } from '../volunteers/get-volunteer.ts';
import { deleteManagerHandler, listManagersHandler, setManagerHandler } from './limit-to-places.ts';

const caller = aCaller();
const setUp = () => {
  const people = inMemoryPeople([
    { id: 'p1', name: 'Noa Levi', emails: [] },
    { id: 'p2', name: 'Adam Katz', emails: [] },
  ]);
  const deps = { ...aService(), people };
  const where = { area: '', district: '', branch: '' };
  const set = (personId: string, ...scopes: Partial<typeof where>[]) =>
    setManagerHandler(deps)({ personId, scopes: scopes.map((scope) => ({ ...where, ...scope })), caller });
  return { ...deps, set };
};

describe('a manager of places', () => {
  it('is limited to them, as they are written there, and it is told by whom', async () => {
    const { set, scopes } = setUp();
    expect(await set('p1', { district: 'NORTH' })).toEqual({
      personId: 'p1',
      name: 'Noa Levi',
      scopes: [{ district: 'north' }],
    });
    expect(await scopes.of('p1')).toEqual([{ district: 'north' }]);
    expect(scopes.said).toMatchObject([
      { entry: { action: 'manager.limited', subjectId: 'p1', actorId: 'root', after: '*/north/*' } },
    ]);
  });

  it('reaches nothing where the list is empty', async () => {
    const deps = setUp();
    await deps.enrol('V1', 'v1@example.org');
    await deps.set('p1');
    const see = () => getVolunteerHandler(deps)({ volunteerId: 'V1', caller: aCaller('p1') });
    expect((await refusalOf(see)).code).toBe('volunteers.volunteer_not_found');
    expect(deps.scopes.said).toMatchObject([{ entry: { after: 'nowhere' } }]);
  });

  it.each([
    ['p9', {}, '/personId'],
    ['p1', { district: 'nroth' }, '/scopes/0/district'],
    ['p1', {}, '/scopes/0'],
  ])('is refused: %s with %j', async (personId, scope, pointer) => {
    expect((await refusalOf(() => setUp().set(personId, scope))).errors[0]?.pointer).toBe(pointer);
  });

  it('is listed by name', async () => {
    const deps = setUp();
    await deps.set('p1', { area: 'haifa' });
    await deps.set('p2', { branch: 'carmel' });
    expect((await listManagersHandler(deps)()).map(({ name }) => name)).toEqual(['Adam Katz', 'Noa Levi']);
  });

  it('is not limited any more afterwards', async () => {
    const deps = setUp();
    await deps.set('p1', { area: 'haifa' });
    await deleteManagerHandler(deps)({ personId: 'p1', caller });
    expect(await deps.scopes.of('p1')).toBeUndefined();
    const again = deleteManagerHandler(deps)({ personId: 'p1', caller });
    await expect(again).rejects.toMatchObject({ code: 'volunteers.limits_not_found' });
    expect(deps.scopes.said).toHaveLength(2);
  });
});
