import type { Clock, Handler } from '@guildhall/kernel';
import { cleanNames, type Names } from '../../domain/names.ts';
import { changePerson, type Person } from '../../domain/person.ts';
import { refusals } from '../../domain/refusals.ts';
import { auditOf, personOf } from '../caller.ts';
import type { Audits, Caller, People } from '../ports.ts';
import { retryStale } from '../retry-stale.ts';

export type UpdateMe = Readonly<{ names: Partial<Names>; caller: Caller }>;

type Deps = Readonly<{ people: People; audits: Audits; clock: Clock }>;

export const updateMeHandler =
  ({ people, audits, clock }: Deps): Handler<UpdateMe, Person> =>
  ({ names, caller }) =>
    retryStale(async () => {
      const at = clock.now();
      const current = await people.find(personOf(caller));
      if (!current) throw refusals.personNotFound();
      const change = cleanNames({ firstName: current.firstName, lastName: current.lastName, ...names });
      const decision = changePerson(current, change, at);
      if (!decision) return current;
      await people.save(decision.next, decision.facts);
      await audits.record([auditOf(caller, 'person.names_changed', current.id, at)]);
      return decision.next;
    });
