import { refusals } from './refusals.ts';

export type Role = Readonly<{ id: string; label: string; permissions: readonly string[] }>;

export const administrator = 'administrator';
export const member = 'member';

const reception = ['register.view_report', 'register.visitors.write'];
const siteManager = [
  'register.exports.write',
  'register.kiosks.write',
  'register.reminders.run',
  'register.sites.write',
  'register.view_report',
  'register.visitors.write',
  'register.visits.correct',
];
const safetyOfficer = [
  'register.audit.read',
  'register.contacts.read',
  'register.evacuation.run',
  'register.view_report',
];

const volunteerManager = ['volunteers.read', 'volunteers.write'];

/** The roles of this organisation. An administrator holds every permission that the contracts name. */
export const roleTable = (everyPermission: readonly string[]): readonly Role[] => [
  { id: member, label: 'Member', permissions: [] },
  { id: 'reception', label: 'Reception', permissions: reception },
  { id: 'site-manager', label: 'Site manager', permissions: siteManager },
  { id: 'safety-officer', label: 'Safety officer', permissions: safetyOfficer },
  { id: 'volunteer-manager', label: 'Volunteer manager', permissions: volunteerManager },
  {
    id: 'volunteer-coordinator',
    label: 'Volunteer coordinator',
    permissions: ['volunteers.offboard', ...volunteerManager],
  },
  { id: administrator, label: 'Administrator', permissions: everyPermission },
];

/** What these roles allow together, each permission once, in order. */
export const permissionsOf = (table: readonly Role[], roles: readonly string[]): readonly string[] =>
  [...new Set(table.filter(({ id }) => roles.includes(id)).flatMap(({ permissions }) => permissions))].sort();

/** The same roles, each once, in the order of the table. Throws `identity.unknown_role` with the nearest name. */
export function knownRoles(table: readonly Role[], roles: readonly string[]): readonly string[] {
  const ids = table.map(({ id }) => id);
  for (const [index, role] of roles.entries()) {
    if (ids.includes(role)) continue;
    const nearest = ids.toSorted((a, b) => distance(role, a) - distance(role, b))[0];
    throw refusals.unknownRole(`/roles/${index}`, `unknown; did you mean "${nearest}"?`);
  }
  return ids.filter((id) => roles.includes(id));
}

/** Levenshtein distance. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (const [index, letter] of [...from].entries()) {
    const next = [index + 1];
    for (const [column, other] of [...to].entries()) {
      const replace = (row[column] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(replace, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
