import type { NewContact } from '@guildhall/client';

export type Contacts = Readonly<{ email: string; phone: string }>;

/** What was filled in of the two, as the platform takes it. */
export const contactsOf = ({ email, phone }: Contacts): readonly NewContact[] => [
  ...(email.trim() ? [{ method: 'email' as const, value: email.trim() }] : []),
  ...(phone.trim() ? [{ method: 'sms' as const, value: phone.trim() }] : []),
];

/** Where the platform's refusals look for an input that may have been left out: contacts are numbered as they were sent. */
export function placeOf(contacts: Contacts, input: keyof Contacts): string {
  const method = input === 'email' ? 'email' : 'sms';
  return `contacts.${contactsOf(contacts).findIndex((contact) => contact.method === method)}.value`;
}
