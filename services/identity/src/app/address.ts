import type { Method } from '../domain/contact.ts';
import { normaliseEmail } from '../domain/email.ts';
import { refusals } from '../domain/refusals.ts';
import type { PhoneNumbers } from './ports.ts';

/** The one spelling of an address. Throws `identity.invalid_contact`. */
export function addressOf(phones: PhoneNumbers, method: Method, value: string, pointer = '/value'): string {
  if (method === 'push') throw refusals.invalidContact(pointer, 'is brought by the app alone');
  const address = method === 'email' ? normaliseEmail(value) : phones.normalise(value);
  if (address) return address;
  throw refusals.invalidContact(pointer, method === 'email' ? 'is not an e-mail address' : 'is not a telephone number');
}
