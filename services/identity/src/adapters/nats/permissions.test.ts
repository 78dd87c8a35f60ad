import { expect, it } from 'vitest';
import { roleTable } from '../../domain/roles.ts';
import { everyPermission } from './permissions.ts';

it('reads every permission from the contracts', () => {
  expect(everyPermission()).toEqual(expect.arrayContaining(['people.read', 'people.write', 'register.sites.write']));
});

it('every permission that a role names is one the contracts know', () => {
  const known = everyPermission();
  const named = roleTable(known).flatMap(({ permissions }) => permissions);
  expect(named.filter((permission) => !known.includes(permission))).toEqual([]);
});
