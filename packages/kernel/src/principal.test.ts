import { expect, it } from 'vitest';
import { anonymous, holds, servicePrincipal } from './principal.ts';

it('lets a person do only what their permissions say', () => {
  const viewer = { ...anonymous, kind: 'session', personId: 'p1', permissions: ['register.view_report'] } as const;

  expect(holds(viewer, 'register.view_report')).toBe(true);
  expect(holds(viewer, 'register.sites.write')).toBe(false);
});

it('lets nobody do anything anonymously', () => {
  expect(holds(anonymous, 'register.view_report')).toBe(false);
});

it('lets our own processes do everything', () => {
  expect(holds(servicePrincipal('demo'), 'people.write')).toBe(true);
});
