import type { Connection } from 'mongoose';
import type { CountReachable } from '../../app/broadcasts/ports.ts';
import type { GuestContact, GuestContacts } from '../../app/evacuation/ports.ts';

type Visitor = { _id: string; state?: { email?: string; phone?: string } };

/** How many of these visitors left an address or a telephone number. */
export const countReachable =
  (connection: Connection): CountReachable =>
  (ids) => {
    const said = [{ 'state.email': { $gt: '' } }, { 'state.phone': { $gt: '' } }];
    return connection.collection<Visitor>('visitors').countDocuments({ _id: { $in: [...ids] }, $or: said });
  };

/** What visitors told us of themselves: their mail address, and their phone where one was asked for. */
export const guestContacts = (connection: Connection): GuestContacts => ({
  of: async (visitorId) => {
    const visitors = connection.collection<Visitor>('visitors');
    const found = await visitors.findOne({ _id: visitorId }, { projection: { 'state.email': 1, 'state.phone': 1 } });
    const { email = '', phone = '' } = found?.state ?? {};
    const contacts: GuestContact[] = [];
    if (phone) contacts.push({ channel: 'sms', value: phone });
    if (email) contacts.push({ channel: 'email', value: email });
    return contacts;
  },
});
