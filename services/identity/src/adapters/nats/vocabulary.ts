import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { ChallengeState, Method, PersonKind, PersonStatus } from '@guildhall/contracts/identity/v1/service';
import type { Call } from '@guildhall/messaging';
import type { Caller } from '../../app/ports.ts';
import type { ChallengeView } from '../../app/sign-in/create-challenge.ts';
import type { SignedIn } from '../../app/sign-in/open-session.ts';
import type { Method as OurMethod } from '../../domain/contact.ts';
import { displayNameOf } from '../../domain/names.ts';
import type { OwnContact, Person, PersonKind as OurKind } from '../../domain/person.ts';
import { refusals } from '../../domain/refusals.ts';

export const callerOf = ({ principal, client }: Call): Caller => ({ principal, ...client });

const methods = { email: Method.EMAIL, sms: Method.SMS, push: Method.PUSH } as const;
const kinds = { staff: PersonKind.STAFF, contractor: PersonKind.CONTRACTOR, visitor: PersonKind.VISITOR } as const;
const statuses = {
  active: PersonStatus.ACTIVE,
  disabled: PersonStatus.DISABLED,
  merged: PersonStatus.MERGED,
  // Nobody is shown an erased person: this is what is left of them to our own processes.
  erased: PersonStatus.DISABLED,
} as const;
const states = {
  pending: ChallengeState.PENDING,
  sent: ChallengeState.SENT,
  send_failed: ChallengeState.SEND_FAILED,
  consumed: ChallengeState.CONSUMED,
  expired: ChallengeState.EXPIRED,
} as const;

export const kindToProto = (kind: OurKind): PersonKind => kinds[kind];
export const methodToProto = (method: OurMethod): Method => methods[method];

/** Throws `identity.unknown_method`. */
export function methodOf(method: Method): OurMethod {
  const found = wordOf(methods, method);
  if (!found) throw refusals.unknownMethod();
  return found;
}

export const kindOf = (kind: PersonKind): OurKind | undefined => wordOf(kinds, kind);
export const statusOf = (status: PersonStatus): 'active' | 'disabled' | undefined =>
  status === PersonStatus.ACTIVE ? 'active' : status === PersonStatus.DISABLED ? 'disabled' : undefined;

export const challengeToProto = ({ id, expiresAt, state }: ChallengeView) => ({
  challengeId: id,
  expiresAt: timestampFromDate(expiresAt),
  state: states[state],
});

/** How facts name a person. */
export const namesOf = (person: Person) => ({
  personId: person.id,
  handle: person.handle,
  firstName: person.firstName,
  lastName: person.lastName,
  displayName: displayNameOf(person),
});

export const personToProto = (person: Person) => ({
  id: person.id,
  handle: person.handle,
  firstName: person.firstName,
  lastName: person.lastName,
  displayName: displayNameOf(person),
  kind: kinds[person.kind],
  status: statuses[person.status],
  roles: [...person.roles],
  contacts: person.contacts.map(contactToProto),
  createdAt: timestampFromDate(person.createdAt),
  flags: { ...person.flags },
  timeZone: person.timeZone,
  locale: person.locale,
  preferredContactId: person.preferredContactId,
  reminders: person.reminders,
  visible: person.visible,
  source: person.source,
  ...(person.mergedInto && { mergedInto: person.mergedInto }),
  ...(person.lastVisitDate && { lastVisitDate: person.lastVisitDate }),
});

export const signedInToProto = ({ person, session }: SignedIn) => ({
  person: personToProto(person),
  session: { ...session },
});

export const contactToProto = ({ id, method, value, verifiedAt }: OwnContact) => ({
  id,
  method: methods[method],
  value,
  verifiedAt: timestampFromDate(verifiedAt),
});

const wordOf = <Word extends string>(words: Readonly<Record<Word, number>>, value: number): Word | undefined =>
  (Object.keys(words) as Word[]).find((word) => words[word] === value);
