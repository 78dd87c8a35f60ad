import { normaliseEmail } from '../../domain/email.ts';
import type { Person } from '../../domain/person.ts';
import { accountRefusals } from '../../domain/accounts/refusals.ts';
import type { Contacts, People, Tokens } from '../ports.ts';

/** A user name is an e-mail address in its one spelling. Throws `identity.invalid_email`. */
export function userNameOf(email: string): string {
  const name = normaliseEmail(email);
  if (!name) throw accountRefusals.invalidEmail();
  return name;
}

/** What is kept under a user name before anybody has it is found by this. */
export const keyOf = (tokens: Pick<Tokens, 'hash'>, userName: string): string => tokens.hash(`user name ${userName}`);

type Deps = Readonly<{ contacts: Contacts; people: People }>;
export type FindOwner = (userName: string) => Promise<Person | undefined>;

// A read that finds nothing, so that a name nobody has takes as long as any other.
const nobody = 'nobody';

/** Whose verified address this is: each of a person's addresses is a user name of theirs. */
export const ownerFinder =
  ({ contacts, people }: Deps): FindOwner =>
  async (userName) => {
    const contact = await contacts.find('email', userName);
    return people.find((contact?.ownedAt && contact.personId) || nobody);
  };
