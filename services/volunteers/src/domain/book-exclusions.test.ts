import { describe, expect, it } from 'vitest';
import { aBook, countingIds, refusalOf } from '../app/testing.ts';
import { withExclusion, withoutExclusion } from './book-exclusions.ts';

const add = (roles: readonly string[], book = aBook()) =>
  withExclusion(book, { roles, reason: ' two hats ' }, countingIds());

describe('roles that exclude each other', () => {
  it('are a pair with a reason', () => {
    const { exclusion, acts } = add(['volunteer', 'area_manager']);
    expect(exclusion).toEqual({ id: 'n1', roles: ['volunteer', 'area_manager'], reason: 'two hats' });
    expect(acts).toEqual([{ action: 'exclusion.added', subject: 'volunteer and area_manager', after: 'two hats' }]);
  });

  it('are a pair once, in any order', async () => {
    const { next } = add(['volunteer', 'area_manager']);
    const refusal = await refusalOf(() => add(['area_manager', 'volunteer'], next));
    expect(refusal.code).toBe('volunteers.duplicate_exclusion');
  });

  it.each([
    [['volunteer', 'volunteer '], '/roles/1'],
    [['volunteer', 'aera_manager'], '/roles/1'],
  ])('are two roles that there are: not %j', async (roles, pointer) => {
    expect((await refusalOf(() => add(roles))).errors[0]?.pointer).toBe(pointer);
  });

  it('may be had together again', async () => {
    const { next } = add(['volunteer', 'area_manager']);
    expect(withoutExclusion(next, 'n1').next.exclusions).toEqual([]);
    expect((await refusalOf(() => withoutExclusion(next, 'n2'))).code).toBe('volunteers.exclusion_not_found');
  });
});
