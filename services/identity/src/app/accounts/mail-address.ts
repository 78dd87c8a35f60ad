import type { Person } from '../../domain/person.ts';

/** Where mails about somebody's account go: to the address they have had for longest. */
export const mailAddressOf = ({ contacts }: Person): string | undefined =>
  contacts.find(({ method }) => method === 'email')?.value;
