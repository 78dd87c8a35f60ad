import { domainOf, normaliseEmail } from '../email.ts';
import type { Names } from '../names.ts';

export type Provider = 'google' | 'microsoft' | 'zoom';

export const labels: Readonly<Record<Provider, string>> = { google: 'Google', microsoft: 'Microsoft', zoom: 'Zoom' };

/** Who somebody is at a service, as the service says. */
export type Claims = Names &
  Readonly<{
    provider: Provider;
    /** Never reused by the service, unlike an address. */
    subject: string;
    /** Where a subject is one only within it. */
    tenantId?: string;
    email?: string;
    /** Whether the service itself has made sure that the address is theirs. */
    isEmailVerified: boolean;
  }>;

type Said = Readonly<{ given?: string; family?: string; name?: string; email?: string }>;

const longest = 100;
// What a name must not have; the rules for names refuse it, but nobody typed this one.
const forbidden = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** The names a service tells, made usable: where one is missing, the rest of the whole name or the address stands in. */
export function namesFrom({ given, family, name, email = '' }: Said): Names {
  const [first = '', ...rest] = usable(name).split(/\s+/);
  const local = usable(email.split('@')[0]?.replace(/[._+-]+/g, ' '));
  const firstName = [usable(given), first, local].find(hasLetter) ?? 'Somebody';
  const lastName = [usable(family), rest.join(' '), usable(domainOf(email).split('.')[0])].find(hasLetter) ?? 'Unknown';
  return { firstName, lastName };
}

export const emailFrom = (value: string | undefined): { email?: string } => {
  const email = value && normaliseEmail(value);
  return email ? { email } : {};
};

const usable = (text = ''): string =>
  [...text.normalize('NFC').replace(forbidden, ' ').trim()].slice(0, longest).join('').trim();

const hasLetter = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);
