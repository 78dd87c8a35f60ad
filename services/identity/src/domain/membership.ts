import type { Method } from './contact.ts';
import { domainOf } from './email.ts';
import type { PersonKind } from './person.ts';

/** Whom this organisation takes in, and as what. */
export type MembershipPolicy = Readonly<{
  staffDomains: readonly string[];
  unknownDomains: 'visitor' | 'refuse';
}>;

/** The kind of a person who proves this contact first; undefined when such a person is not taken in. */
export function kindOf(
  { staffDomains, unknownDomains }: MembershipPolicy,
  { method, value }: Readonly<{ method: Method; value: string }>,
): PersonKind | undefined {
  if (method === 'email' && staffDomains.includes(domainOf(value))) return 'staff';
  return unknownDomains === 'visitor' ? 'visitor' : undefined;
}
