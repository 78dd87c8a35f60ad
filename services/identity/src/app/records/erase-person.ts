import type { Clock, Handler } from '@guildhall/kernel';
import { refusals } from '../../domain/refusals.ts';
import { originOf } from '../caller.ts';
import type { Caller, People } from '../ports.ts';
import type { AssertFresh } from '../reauthentication/assert-fresh.ts';
import type { EraseRecord } from './erase-record.ts';

export type ErasePerson = Readonly<{ personId: string; caller: Caller }>;

type Deps = Readonly<{
  people: People;
  eraseRecord: EraseRecord;
  assertFresh: AssertFresh;
  clock: Clock;
}>;

/** Erases somebody for good, and says when. What is left to do after a crash is done by the person's due date. */
export const erasePersonHandler =
  ({ people, eraseRecord, assertFresh, clock }: Deps): Handler<ErasePerson, Date> =>
  async ({ personId, caller }) => {
    await assertFresh(caller);
    const person = await people.find(personId);
    if (!person || person.status === 'erased') throw refusals.personNotFound();
    const at = clock.now();
    const byThemselves = caller.principal.personId === personId;
    await eraseRecord(personId, originOf(caller, byThemselves ? 'web' : 'admin'));
    return at;
  };
