import { everyPermission } from '@guildhall/contracts';
import { describe, expect, it } from 'vitest';
import { knownRoles, permissionsOf, roleTable } from './roles.ts';

const table = roleTable(['people.read', 'people.write', 'register.view_report']);

describe('permissionsOf', () => {
  it('unites what the roles allow, each permission once', () => {
    const [one, other] = [permissionsOf(table, ['reception']), permissionsOf(table, ['safety-officer'])];
    expect(permissionsOf(table, ['reception', 'safety-officer'])).toEqual([...new Set([...one, ...other])].sort());
    expect(one.filter((permission) => other.includes(permission))).toEqual(['register.view_report']);
  });

  it('gives administrators everything the contracts name', () => {
    expect(permissionsOf(table, ['administrator'])).toEqual(['people.read', 'people.write', 'register.view_report']);
  });

  it('gives members, and roles that no longer exist, nothing', () => {
    expect(permissionsOf(table, ['member', 'abolished'])).toEqual([]);
  });
});

describe('knownRoles', () => {
  it('puts roles into the order of the table, each once', () => {
    expect(knownRoles(table, ['administrator', 'member', 'administrator'])).toEqual(['member', 'administrator']);
  });

  it('refuses an unknown one and suggests the nearest', () => {
    expect(() => knownRoles(table, ['member', 'admininstrator'])).toThrow(
      expect.objectContaining({
        code: 'identity.unknown_role',
        errors: [{ pointer: '/roles/1', detail: 'unknown; did you mean "administrator"?' }],
      }),
    );
  });
});

it('gives no permission that no contract knows', () => {
  const known = everyPermission();
  const given = roleTable(known).flatMap(({ permissions }) => permissions);

  expect(given.filter((permission) => !known.includes(permission))).toEqual([]);
});
