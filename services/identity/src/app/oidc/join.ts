import type { NewId } from '@guildhall/kernel';
import { audited } from '../../domain/audit.ts';
import { settleSignUp } from '../../domain/accounts/sign-up.ts';
import type { Names } from '../../domain/names.ts';
import { link, reserve, type ServiceIdentity } from '../../domain/oidc/service-identity.ts';
import type { Person } from '../../domain/person.ts';
import type { MakePerson } from '../accounts/make-person.ts';
import { mailAddressOf } from '../accounts/mail-address.ts';
import type { SignUps } from '../accounts/ports.ts';
import { keyOf } from '../accounts/user-name.ts';
import { auditOf } from '../caller.ts';
import type { Caller, Tokens } from '../ports.ts';
import type { ServiceIdentities } from './ports.ts';

type Deps = Readonly<{
  identities: ServiceIdentities;
  signUps: SignUps;
  makePerson: MakePerson;
  tokens: Pick<Tokens, 'hash'>;
  newId: NewId;
}>;
type Newcomer = Names & Readonly<{ email: string }>;

export function joiner({ identities, signUps, makePerson, tokens, newId }: Deps) {
  /** From now on the account opens this person's. `isTold`: by a mail to the owner. */
  const linkTo = async (identity: ServiceIdentity, person: Person, caller: Caller, at: Date, isTold = true) => {
    const { next, facts } = link(identity, person.id, isTold ? mailAddressOf(person) : undefined, at);
    await identities.save(next, [...facts, audited(next, auditOf(caller, 'identity.linked', person.id, at))]);
    return next;
  };
  /** A sign-up that waits for this address loses against the one who has it: its password may be a stranger's. */
  const discardSignUp = async (email: string): Promise<void> => {
    const waiting = await signUps.find(keyOf(tokens, email));
    if (waiting?.pending) await signUps.save(settleSignUp(waiting), []);
  };
  /** Makes the person of a proven address, under an id that is settled first. */
  const joinAs = async (identity: ServiceIdentity, newcomer: Newcomer, caller: Caller, at: Date): Promise<Person> => {
    const reserved = identity.personId ? identity : reserve(identity, newId());
    if (reserved !== identity) await identities.save(reserved, []);
    await discardSignUp(newcomer.email);
    const { firstName, lastName, email } = newcomer;
    const person = await makePerson({ personId: reserved.personId ?? '', firstName, lastName, email }, at);
    await linkTo(reserved, person, caller, at, false);
    return person;
  };
  return { linkTo, discardSignUp, joinAs };
}

export type Joiner = ReturnType<typeof joiner>;
