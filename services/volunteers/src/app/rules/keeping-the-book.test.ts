import { beforeEach, describe, expect, it } from 'vitest';
import { aBook, aCaller, aService, inMemoryCensus, refusalOf, slackChannel } from '../testing.ts';
import { createChannelHandler, deleteChannelHandler, listChannelsHandler, updateChannelHandler } from './channels.ts';
import { deleteExclusionHandler, excludeRolesHandler } from './exclusions.ts';
import { createPlaceHandler, deletePlaceHandler, listPlacesHandler, updatePlaceHandler } from './places.ts';
import { createRoleHandler, deleteRoleHandler, listRolesHandler, updateRoleHandler } from './roles.ts';

const caller = aCaller();
const setUp = () => {
  const service = aService(aBook({ channels: [...aBook().channels, slackChannel('c6', 'old')] }));
  return { ...service, census: inMemoryCensus(service.volunteers.stored), safeStopPercent: 20 };
};
let deps: ReturnType<typeof setUp>;

beforeEach(async () => {
  deps = setUp();
  await deps.enrol('V1', 'v1@example.org');
});

describe('roles', () => {
  const mentor = { key: 'mentor', label: 'Mentor', needsApproval: false, channels: ['teams'] };

  it('are listed with how many have each', async () => {
    await createRoleHandler(deps)({ role: mentor, caller });
    const counts = (await listRolesHandler(deps)()).map(({ key, volunteers }) => [key, volunteers]);
    expect(counts.slice(-2)).toEqual([
      ['volunteer', 1],
      ['mentor', 0],
    ]);
  });

  it('are changed without taking anything from who has them', async () => {
    const changed = await updateRoleHandler(deps)({ key: 'volunteer', change: { active: false }, caller });
    expect(changed).toMatchObject({ active: false, volunteers: 1, version: 2 });
    expect(deps.books.said[0]).toMatchObject({ type: 'rules-changed', roleKeys: [] });
  });

  it('are deleted when nobody has them', async () => {
    expect((await refusalOf(() => deleteRoleHandler(deps)({ key: 'volunteer', caller }))).code).toBe(
      'volunteers.in_use',
    );
    await deleteRoleHandler(deps)({ key: 'area_manager', caller });
    expect(deps.books.current().roles.some(({ key }) => key === 'area_manager')).toBe(false);
  });

  it('are not stored again when nothing is other', async () => {
    await updateRoleHandler(deps)({ key: 'volunteer', change: { active: true }, caller });
    expect(deps.books.current().version).toBe(1);
  });
});

describe('places', () => {
  it('are listed with how many have a role there', async () => {
    await createPlaceHandler(deps)({ place: { area: 'center', district: 'dan', branch: 'jaffa' }, caller });
    expect((await listPlacesHandler(deps)()).map(({ volunteers }) => volunteers)).toEqual([1, 0, 0]);
  });

  it('are renamed only knowingly where templates give other channels then', async () => {
    const rule = { id: 't', roleKey: 'volunteer', where: {}, template: 'b-{branch}' };
    deps = { ...setUp(), ...aService(aBook({ rules: [...aBook().rules, rule] })) };
    deps = { ...deps, census: inMemoryCensus(deps.volunteers.stored) };
    await createPlaceHandler(deps)({ place: { area: 'x', district: 'y', branch: 'z' }, caller });
    await deps.enrol('V1', 'v1@example.org');
    const rename = (confirmRemoved: number) =>
      updatePlaceHandler(deps)({
        locationId: 'haifa-north-technion',
        change: { branch: 'city' },
        confirmRemoved,
        caller,
      });
    expect((await refusalOf(() => rename(0))).details).toMatchObject({ removed: 1, people: 1 });
    expect(await rename(1)).toMatchObject({ branch: 'city', volunteers: 1 });
  });

  it('take along who manages them and no others', async () => {
    deps.scopes.managers.set('noa', [{ district: 'north', branch: 'technion' }]);
    deps.scopes.managers.set('adam', [{ district: 'north' }]);
    const change = { district: 'upper', branch: 'city' };
    await updatePlaceHandler(deps)({ locationId: 'haifa-north-technion', change, confirmRemoved: 0, caller });
    expect(deps.scopes.managers.get('noa')).toEqual([{ district: 'upper', branch: 'city' }]);
    expect(deps.scopes.managers.get('adam')).toEqual([{ district: 'north' }]);
    expect(deps.scopes.said).toMatchObject([{ entry: { subjectId: 'noa', after: '*/upper/city' } }]);
  });

  it('are deleted when nobody has a role there', async () => {
    const remove = (locationId: string) => deletePlaceHandler(deps)({ locationId, caller });
    expect((await refusalOf(() => remove('haifa-north-technion'))).details).toEqual({ volunteers: 1 });
    await remove('haifa-north-carmel');
    expect(deps.books.current().locations).toHaveLength(1);
  });
});

describe('channels', () => {
  it('are listed with how many are to have each', async () => {
    const channel = { system: 'slack', name: 'new', externalId: '', isPrivate: false, autoCreate: false } as const;
    await createChannelHandler(deps)({ channel, caller });
    const counts = (await listChannelsHandler(deps)()).map(({ name, volunteers }) => [name, volunteers]);
    expect(counts).toContainEqual(['teams', 1]);
    expect(counts).toContainEqual(['new', 0]);
  });

  it('that are looked for anew are no task any more, and whoever failed there is tried again', async () => {
    deps.slack.addUser('U1', 'v1@example.org');
    deps.slack.channels.delete('C5');
    await deps.settleAll();
    expect(deps.current('V1').memberships).toMatchObject([{ state: 'failed', failedFor: 'channel' }]);
    deps.slack.addChannel('C500', 'teams');
    await updateChannelHandler(deps)({ channelId: 'c5', change: { externalId: 'C500' }, caller });
    expect(deps.tasks.stored.get('channel-c5')).toMatchObject({ state: 'done', doneBy: 'root' });
    expect(deps.books.said.at(-2)).toMatchObject({ type: 'rules-changed' });
    await deps.volunteers.wake({ roleKeys: ['volunteer'] });
    await deps.settleAll();
    expect(deps.current('V1').memberships).toMatchObject([{ state: 'member' }]);
  });

  it('are deleted when no rule names them and nobody is in them by one', async () => {
    const remove = (channelId: string) => deleteChannelHandler(deps)({ channelId, caller });
    expect((await refusalOf(() => remove('c5'))).details).toEqual({ rules: 4 });
    await remove('c6');
    expect(deps.books.current().channels.some(({ id }) => id === 'c6')).toBe(false);
  });
});

describe('exclusions', () => {
  it('take nothing from who has both roles', async () => {
    const exclusion = { roles: ['volunteer', 'area_manager'], reason: '' };
    const { id } = await excludeRolesHandler(deps)({ exclusion, caller });
    expect(deps.books.said[0]).toMatchObject({ type: 'rules-changed', roleKeys: [] });
    await deleteExclusionHandler(deps)({ exclusionId: id, caller });
    expect(deps.books.current().exclusions).toEqual([]);
  });
});
