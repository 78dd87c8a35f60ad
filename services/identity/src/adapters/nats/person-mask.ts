import type { FieldMask } from '@bufbuild/protobuf/wkt';
import type { Person } from '@guildhall/contracts/identity/v1/service';
import type { PersonChange } from '../../domain/person.ts';
import { refusals } from '../../domain/refusals.ts';
import { kindOf, statusOf } from './vocabulary.ts';

type Field = keyof PersonChange;

const longestFlag = 64;

/** The fields a mask names, taken from the message. Throws for any that may not change here. */
export function changeOf(person: Person, mask: FieldMask | undefined, editable: readonly Field[]): PersonChange {
  const fields = [...new Set((mask?.paths ?? []).map(camelCase))];
  const refused = fields.filter((field) => !(editable as readonly string[]).includes(field));
  if (refused.length > 0) throw refusals.fieldNotEditable(refused.map((field) => `/${field}`));
  return Object.fromEntries(fields.map((field) => [field, readers[field as Field](person)])) as PersonChange;
}

const readers: Readonly<{ [F in Field]: (person: Person) => Exclude<PersonChange[F], undefined> }> = {
  firstName: ({ firstName }) => firstName,
  lastName: ({ lastName }) => lastName,
  roles: ({ roles }) => roles,
  timeZone: ({ timeZone }) => timeZone,
  locale: ({ locale }) => locale,
  preferredContactId: ({ preferredContactId }) => preferredContactId,
  reminders: ({ reminders }) => reminders,
  visible: ({ visible }) => visible,
  flags: ({ flags }) => {
    const odd = Object.keys(flags).find((key) => !/^[\w.-]+$/.test(key) || key.length > longestFlag);
    if (odd !== undefined) throw refusals.invalidField('/flags', 'names are letters, digits, dot, dash and underscore');
    return flags;
  },
  kind: ({ kind }) => {
    const found = kindOf(kind);
    if (!found) throw refusals.invalidField('/kind', 'must be staff, contractor or visitor');
    return found;
  },
  status: ({ status }) => {
    const found = statusOf(status);
    if (!found) throw refusals.invalidField('/status', 'must be active or disabled');
    return found;
  },
};

const camelCase = (path: string): string => path.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
