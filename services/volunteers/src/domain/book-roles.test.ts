import { describe, expect, it } from 'vitest';
import { aBook, countingIds, refusalOf } from '../app/testing.ts';
import { changedRole, withoutRole, withRole } from './book-roles.ts';

const role = { key: 'mentor', label: ' Mentor ', needsApproval: true, channels: ['teams', 'c4'] };
const add = (change: Partial<typeof role> = {}) => withRole(aBook(), { ...role, ...change }, countingIds());

describe('a role that is added', () => {
  it('gives its channels everywhere', () => {
    const { next, acts } = add();
    expect(next.roles.at(-1)).toEqual({
      key: 'mentor',
      label: 'Mentor',
      active: true,
      needsApproval: true,
      version: 1,
    });
    expect(next.rules.slice(-2)).toMatchObject([
      { roleKey: 'mentor', channelId: 'c5', where: {} },
      { roleKey: 'mentor', channelId: 'c4', where: {} },
    ]);
    expect(acts).toEqual([{ action: 'role.added', subject: 'mentor', after: 'teams, c4' }]);
  });

  it('is called by its key without a label', () => {
    expect(add({ label: '' }).next.roles.at(-1)?.label).toBe('mentor');
  });

  it.each([
    [{ key: 'volunteer', label: '' }, 'duplicate_role', '/key'],
    [{ label: 'VOLUNTEER' }, 'duplicate_role', '/label'],
    [{ channels: [] }, 'invalid_field', '/channels'],
    [{ channels: ['teams', 'temas'] }, 'unknown_channel', '/channels/1'],
  ])('is refused with %j', async (change, code, pointer) => {
    const refusal = await refusalOf(() => add(change));
    expect([refusal.code, refusal.errors[0]?.pointer]).toEqual([`volunteers.${code}`, pointer]);
  });
});

describe('a role that is changed', () => {
  it('has one version more, and only what is given is other', () => {
    const { next, acts } = changedRole(aBook(), 'volunteer', { active: false });
    expect(next.roles.at(-1)).toEqual({
      key: 'volunteer',
      label: 'volunteer',
      active: false,
      needsApproval: false,
      version: 2,
    });
    expect(acts).toEqual([
      { action: 'role.changed', subject: 'volunteer', before: 'active=true', after: 'active=false' },
    ]);
  });

  it('is the same book where nothing is other', () => {
    const book = aBook();
    expect(changedRole(book, 'volunteer', { label: ' volunteer ' }).next).toBe(book);
  });

  it('may keep its own name in another case', () => {
    expect(changedRole(aBook(), 'volunteer', { label: 'Volunteer' }).next.roles.at(-1)?.label).toBe('Volunteer');
  });

  it.each([
    ['volunteer', { label: 'area_manager' }, 'duplicate_role'],
    ['volunteer', { label: ' ' }, 'invalid_field'],
    ['other', { active: true }, 'role_not_found'],
  ])('is refused: %s with %j', async (key, change, code) => {
    expect((await refusalOf(() => changedRole(aBook(), key, change))).code).toBe(`volunteers.${code}`);
  });
});

describe('a role that is deleted', () => {
  it('goes with its rules and exclusions', () => {
    const book = aBook({ exclusions: [{ id: 'x', roles: ['volunteer', 'area_manager'], reason: '' }] });
    const { next } = withoutRole(book, 'volunteer', 0);
    expect(next.roles.some(({ key }) => key === 'volunteer')).toBe(false);
    expect(next.rules.some(({ roleKey }) => roleKey === 'volunteer')).toBe(false);
    expect(next.exclusions).toEqual([]);
  });

  it('stays while somebody has it, and says how many do', async () => {
    const refusal = await refusalOf(() => withoutRole(aBook(), 'volunteer', 3));
    expect([refusal.code, refusal.details]).toEqual(['volunteers.in_use', { volunteers: 3 }]);
    expect(refusal.message).toContain('3 volunteers');
  });
});
