import type { IdentityService } from '@guildhall/contracts/identity/v1/service';
import type { Handler } from '@guildhall/kernel';
import type { Implementation } from '@guildhall/messaging';
import { personOf } from '../../app/caller.ts';
import type { CreatePerson } from '../../app/people/create-person.ts';
import type { GetPerson } from '../../app/people/get-person.ts';
import type { ListPeople, PeopleList } from '../../app/people/list-people.ts';
import type { UpdateMe } from '../../app/people/update-me.ts';
import type { UpdatePerson } from '../../app/people/update-person.ts';
import type { Person } from '../../domain/person.ts';
import { refusals } from '../../domain/refusals.ts';
import type { Role } from '../../domain/roles.ts';
import { changeOf } from './person-mask.ts';
import { callerOf, kindOf, kindToProto, methodOf, namesOf, personToProto } from './vocabulary.ts';

export type PeopleHandlers = Readonly<{
  roles: readonly Role[];
  getPerson: Handler<GetPerson, Person>;
  updateMe: Handler<UpdateMe, Person>;
  listPeople: Handler<ListPeople, PeopleList>;
  createPerson: Handler<CreatePerson, Person>;
  updatePerson: Handler<UpdatePerson, Person>;
}>;

type Names =
  | 'listRoles'
  | 'getMe'
  | 'updateMe'
  | 'listPeople'
  | 'getPerson'
  | 'createPerson'
  | 'updatePerson'
  | 'describePerson';

const preferences = ['timeZone', 'locale', 'preferredContactId', 'reminders', 'visible'] as const;
const ownFields = ['firstName', 'lastName', ...preferences] as const;
const everyField = [...ownFields, 'kind', 'status', 'roles', 'flags'] as const;

export const peopleMethods = (use: PeopleHandlers): Pick<Implementation<typeof IdentityService>, Names> => ({
  listRoles: async () => ({
    roles: use.roles.map(({ id, label, permissions }) => ({ id, label, permissions: [...permissions] })),
  }),
  getMe: async (_, call) => personToProto(await use.getPerson({ personId: personOf(callerOf(call)) })),
  updateMe: async ({ person, updateMask }, call) => {
    const change = changeOf(given(person), updateMask, ownFields);
    return personToProto(await use.updateMe({ change, caller: callerOf(call) }));
  },
  listPeople: async ({ query, pageSize, pageToken }) => {
    const { people, ...rest } = await use.listPeople({ query, pageSize, pageToken });
    return { people: people.map(personToProto), ...rest };
  },
  getPerson: async ({ personId }) => personToProto(await use.getPerson({ personId })),
  createPerson: async ({ firstName, lastName, kind, roles, contacts }, call) => {
    const known = kindOf(kind);
    const wanted = { firstName, lastName, roles, ...(known && { kind: known }) };
    const addresses = contacts.map(({ method, value }) => ({ method: methodOf(method), value }));
    return personToProto(await use.createPerson({ ...wanted, contacts: addresses, caller: callerOf(call) }));
  },
  updatePerson: async ({ personId, person, updateMask }, call) => {
    const change = changeOf(given(person), updateMask, everyField);
    return personToProto(await use.updatePerson({ personId, change, caller: callerOf(call) }));
  },
  describePerson: async ({ personId }) => describe(await use.getPerson({ personId })),
});

const describe = (person: Person) => ({
  ...namesOf(person),
  active: person.status === 'active',
  kind: kindToProto(person.kind),
  reminders: person.reminders,
  visible: person.visible,
  version: person.version,
});

function given<Message>(message: Message | undefined): Message {
  if (message === undefined) throw refusals.invalidField('/person', 'is required');
  return message;
}
