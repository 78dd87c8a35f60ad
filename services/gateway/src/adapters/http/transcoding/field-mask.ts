import { create, type DescField, type DescMessage } from '@bufbuild/protobuf';
import { type FieldMask, FieldMaskSchema } from '@bufbuild/protobuf/wkt';
import type { Binding } from '@guildhall/contracts';
import { type Faults, locate, refuse } from './faults.ts';
import type { Draft } from './read-message.ts';
import type { Said } from './said.ts';

/**
 * The mask of a partial update: what `updateMask` names or, without it, the members that the body has. So `null` or an
 * empty list in the body clears a field, and a field that the body leaves out stays.
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
  const names = new Set(typeof body === 'object' && body !== null ? Object.keys(body) : []);
  return target.fields.filter(({ jsonName }) => names.has(jsonName)).map(({ name }) => name);
}

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
