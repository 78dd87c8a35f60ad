import type { NewId } from '@guildhall/kernel';
import { type Book, isSameName, type Role, roleOf } from './book.ts';
import { type BookChange, differing, inFields, merged, noChange } from './book-change.ts';
import { changedRules } from './book-rules.ts';
import { refusals } from './refusals.ts';
import { ruleRefusals } from './rule-refusals.ts';

export type NewRole = Readonly<{ key: string; label: string; needsApproval: boolean; channels: readonly string[] }>;

const everywhere = { area: '', district: '', branch: '' };

/** A role more, with the channels that it gives everywhere: a role gives something. */
export function withRole(book: Book, given: NewRole, newId: NewId): BookChange {
  const { key, needsApproval, channels } = given;
  const label = given.label.trim().normalize('NFC') || key;
  if (channels.length === 0) throw refusals.field('/channels', 'must name a channel at least: a role gives something');
  refuseTwin(book.roles, key, '/key');
  refuseTwin(book.roles, label, '/label');
  const role: Role = { key, label, active: true, needsApproval, version: 1 };
  const rules = channels.map((channel) => ({ role: key, channel, where: everywhere, autoCreate: false }));
  const withIt = { ...book, roles: [...book.roles, role] };
  const { next } = changedRules(withIt, { add: rules, remove: [] }, newId, {
    rule: () => '',
    channel: (index) => `/channels/${index}`,
  });
  return { next, acts: [{ action: 'role.added', subject: key, after: channels.join(', ') }] };
}

export type RoleChange = Readonly<{ label?: string; active?: boolean; needsApproval?: boolean }>;

export function changedRole(book: Book, key: string, change: RoleChange): BookChange {
  const role = known(book, key);
  const label = change.label?.trim().normalize('NFC');
  if (label === '') throw refusals.field('/label', 'must not be empty');
  const changed = merged(role, { ...change, label });
  refuseTwin(
    book.roles.filter((one) => one !== role),
    changed.label,
    '/label',
  );
  const fields = differing(role, changed, ['label', 'active', 'needsApproval']);
  if (fields.length === 0) return noChange(book);
  const after: Role = { ...changed, version: role.version + 1 };
  const next = { ...book, roles: book.roles.map((one) => (one === role ? after : one)) };
  const act = { action: 'role.changed', subject: key, before: inFields(role, fields), after: inFields(after, fields) };
  return { next, acts: [act] };
}

/** The book without a role that nobody has, and without its rules. */
export function withoutRole(book: Book, key: string, volunteers: number): BookChange {
  known(book, key);
  if (volunteers > 0) throw ruleRefusals.usedByVolunteers(`The role "${key}"`, volunteers);
  const next: Book = {
    ...book,
    roles: book.roles.filter((role) => role.key !== key),
    rules: book.rules.filter(({ roleKey }) => roleKey !== key),
    exclusions: book.exclusions.filter(({ roles }) => !roles.includes(key)),
  };
  return { next, acts: [{ action: 'role.removed', subject: key }] };
}

export function known(book: Book, key: string): Role {
  const role = roleOf(book, key);
  if (!role) throw ruleRefusals.roleNotFound();
  return role;
}

/** Neither keys nor labels are alike, for people write either. */
function refuseTwin(roles: readonly Role[], name: string, pointer: string): void {
  const twin = roles.find(({ key, label }) => isSameName(key, name) || isSameName(label, name));
  if (twin) throw ruleRefusals.duplicateRole(pointer, `is how the role "${twin.key}" is called`);
}
