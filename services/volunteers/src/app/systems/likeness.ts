import { distance } from '../../domain/nearest.ts';

type Somebody = Readonly<{ name: string; email: string }>;

const sameLocalPart = 90;

/** How likely two are one and the same, 0 to 100: the same address says it all, else names and addresses that are alike. */
export function likeness(one: Somebody, other: Somebody): number {
  if (one.email !== '' && one.email === other.email) return 100;
  const [a, b] = [localPart(one.email), localPart(other.email)];
  const ofAddress = a !== '' && a === b ? sameLocalPart : Math.min(sameLocalPart, alike(a, b));
  return Math.max(ofAddress, Math.min(95, alike(nameKey(one.name), nameKey(other.name))));
}

function alike(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  if (a === '' || b === '') return 0;
  return Math.round((1 - distance(a, b) / longest) * 100);
}

const localPart = (email: string): string => email.split('@')[0]?.replaceAll(/[._-]/g, '').toLowerCase() ?? '';

/** The words in one order, for first and last names change places. */
const nameKey = (name: string): string => wordsOf(name).toSorted().join(' ');

export const wordsOf = (name: string): readonly string[] =>
  name
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** Beginnings by which two who are alike are found without comparing everybody with everybody. */
export const keysOf = ({ name, email }: Somebody): readonly string[] => [
  ...new Set([...wordsOf(name), localPart(email)].filter(Boolean).map((word) => word.slice(0, 3))),
];
