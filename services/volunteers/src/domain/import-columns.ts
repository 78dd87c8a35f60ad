import { nearest } from './nearest.ts';

/** What a line can say of a volunteer. */
export const importFields = [
  'volunteer_id',
  'email',
  'first_name',
  'last_name',
  'phone',
  'area',
  'district',
  'branch',
  'role',
  'from',
  'to',
] as const;
export type ImportField = (typeof importFields)[number];

/** Without these nobody can be added. */
export const neededFields: readonly ImportField[] = importFields.slice(0, 9).filter((field) => field !== 'phone');

/** What an export has besides: it follows from the rest, and is passed over. */
const derived = ['channels', 'status', 'state', 'reason', 'create_date', 'modified_date', 'joined_at', 'leave_date'];

const otherNames: Readonly<Record<string, ImportField>> = {
  id: 'volunteer_id',
  mail: 'email',
  emailaddress: 'email',
  forename: 'first_name',
  givenname: 'first_name',
  surname: 'last_name',
  familyname: 'last_name',
  telephone: 'phone',
  mobile: 'phone',
};

/** Where a field is, and how the file calls it. */
export type Column = Readonly<{ index: number; name: string }>;

export type Columns = Readonly<{
  found: Readonly<Partial<Record<ImportField, Column>>>;
  /** Columns that are nothing we know, with what they may be meant to be. */
  unknown: readonly Readonly<{ name: string; alike?: ImportField }>[];
  /** Fields that two columns are. */
  twice: readonly string[];
}>;

const folded = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
const fieldByName = new Map<string, ImportField | undefined>([
  ...importFields.map((field) => [folded(field), field] as const),
  ...Object.entries(otherNames),
  ...derived.map((name) => [folded(name), undefined] as const),
]);

/** What the columns of a file are, by their names: case, spaces, hyphens and underscores do not matter. */
export function columnsOf(header: readonly string[]): Columns {
  const found: Partial<Record<ImportField, Column>> = {};
  const unknown: { name: string; alike?: ImportField }[] = [];
  const twice: string[] = [];
  for (const [index, given] of header.entries()) {
    const name = given.trim();
    if (name === '') continue;
    if (!fieldByName.has(folded(name))) {
      const [alike] = nearest(name, importFields, 1) as readonly ImportField[];
      unknown.push({ name, ...(alike && { alike }) });
      continue;
    }
    const field = fieldByName.get(folded(name));
    if (!field) continue;
    if (found[field]) twice.push(name);
    else found[field] = { index, name };
  }
  return { found, unknown, twice };
}
