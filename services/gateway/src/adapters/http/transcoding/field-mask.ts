import { create, type DescField, type DescMessage } from '@bufbuild/protobuf';
import { type FieldMask, FieldMaskSchema } from '@bufbuild/protobuf/wkt';
import type { Binding } from '@guildhall/contracts';
import { type Faults, locate, refuse } from './faults.ts';
import type { Draft } from './read-message.ts';
import type { Said } from './said.ts';

/**
 * The mask of a partial update: what `updateMask` names or, without it, the members that the body has, those of its
 * objects too. So `null` or an empty list in the body clears a field, and a field that the body leaves out stays.
 */
export function maskSetter(mask: DescField, body: Binding['body']) {
  if (typeof body === 'string' || !body.message) throw new Error(`${String(mask)} needs a body that is one field`);
  const target = body.message;
  return (message: Draft, said: Said, faults: Faults): void => {
    const given = message[mask.localName] as FieldMask | undefined;
    if (given === undefined) {
      message[mask.localName] = create(FieldMaskSchema, { paths: membersOf(said.body, target) });
      return;
    }
    const unknown = given.paths.filter((path) => !isPathOf(path, target));
    for (const path of unknown) {
      const from = faults.length;
      refuse(faults, `names ${jsonPath(path)}, which is not a field that can be changed`);
      locate(faults, from, mask.jsonName);
    }
  };
}

function membersOf(body: unknown, target: DescMessage): string[] {
  const members = new Map(isObject(body) ? Object.entries(body) : []);
  return target.fields
    .filter(({ jsonName }) => members.has(jsonName))
    .flatMap((field) => pathsOf(field, members.get(field.jsonName)));
}

/** An object that has members is changed in these; a time and the like is a value as a whole. */
function pathsOf({ name, fieldKind, message }: DescField, value: unknown): string[] {
  const isOpen = fieldKind === 'message' && !message.typeName.startsWith('google.') && isObject(value);
  const inner = isOpen ? membersOf(value, message) : [];
  return inner.length > 0 ? inner.map((path) => `${name}.${path}`) : [name];
}

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Whether a dotted path leads to a field, through single messages only. */
function isPathOf(path: string, target: DescMessage): boolean {
  const [first = '', ...rest] = path.split('.');
  const field = target.fields.find(({ name }) => name === first);
  if (field === undefined) return false;
  if (rest.length === 0) return true;
  return field.fieldKind === 'message' && isPathOf(rest.join('.'), field.message);
}

const jsonPath = (path: string): string =>
  path.slice(0, 80).replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
