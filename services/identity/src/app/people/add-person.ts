import { AppError } from '@guildhall/kernel';
import { type AuditEntry, audited } from '../../domain/audit.ts';
import type { Contact } from '../../domain/contact.ts';
import { handleOf, numberedHandle } from '../../domain/handle.ts';
import { createPerson, type OwnContact, type Person } from '../../domain/person.ts';
import type { People } from '../ports.ts';

type NewPerson = Parameters<typeof createPerson>[0];

/** With audit entries that are stored in the same write. */
export type AddPerson = (
  fields: Omit<NewPerson, 'handle'>,
  at: Date,
  entries?: readonly AuditEntry[],
) => Promise<Person>;

const numberedAttempts = 50;

/** Stores a new person under the first handle that is free: the unique index decides, a lost race tries the next. */
export const personAdder =
  (people: People): AddPerson =>
  async (fields, at, entries = []) => {
    const tail = fields.id.slice(-6).toLowerCase();
    const handle = handleOf(fields.firstName, fields.lastName, tail);
    for (let attempt = 0; ; attempt += 1) {
      const candidate = attempt < numberedAttempts ? numberedHandle(handle, attempt) : `${handle}.${tail}`;
      const { next, facts } = createPerson({ ...fields, handle: candidate }, at);
      try {
        await people.save(next, [...facts, ...entries.map((entry) => audited(next, entry))]);
        return next;
      } catch (error) {
        if (!isHandleTaken(error) || attempt >= numberedAttempts) throw error;
      }
    }
  };

const isHandleTaken = (error: unknown): boolean => error instanceof AppError && error.code === 'identity.handle_taken';

export const ownContact = ({ id, method, value, verifiedAt }: Contact, at: Date): OwnContact => ({
  id,
  method,
  value,
  verifiedAt: verifiedAt ?? at,
});
