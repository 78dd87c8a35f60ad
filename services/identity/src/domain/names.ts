import { refusals } from './refusals.ts';

export type Names = Readonly<{ firstName: string; lastName: string }>;

const longest = 100;
// Control characters, line breaks, and marks that turn the direction of what follows: they forge what others read.
const forbidden = /[\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;

/** Throws `identity.invalid_name`, pointing at each name that cannot stand. */
export function cleanNames({ firstName, lastName }: Names): Names {
  const cleaned = { firstName: clean(firstName), lastName: clean(lastName) };
  const wrong = (['firstName', 'lastName'] as const).flatMap((field) => {
    const detail = problemOf(cleaned[field]);
    return detail ? [{ pointer: `/${field}`, detail }] : [];
  });
  if (wrong.length > 0) throw refusals.invalidName(wrong);
  return cleaned;
}

export const displayNameOf = ({ firstName, lastName }: Names): string => `${firstName} ${lastName}`;

const clean = (name: string): string => name.normalize('NFC').trim();

function problemOf(name: string): string | undefined {
  if (name === '') return 'must not be empty';
  if ([...name].length > longest) return `must have at most ${longest} characters`;
  if (forbidden.test(name)) return 'must not contain control characters';
  if (!/[\p{L}\p{N}]/u.test(name)) return 'must contain a letter';
  return undefined;
}
