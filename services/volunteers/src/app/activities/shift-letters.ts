import type { Book } from '../../domain/book.ts';
import type { Addressee, Letter } from '../../domain/letter.ts';
import type { Opportunity } from '../../domain/opportunity.ts';
import type { Shift, Told } from '../../domain/shift.ts';
import type { Volunteer } from '../../domain/volunteer.ts';
import type { Volunteers } from '../ports.ts';
import { placeName } from './places.ts';

type About = Readonly<{ shift: Shift; opportunity: Opportunity; book: Book; told: readonly Told[]; at: Date }>;

/** What volunteers are written about a shift; who is not there any more is written nothing. */
export async function shiftLetters(volunteers: Pick<Volunteers, 'find'>, about: About): Promise<readonly Letter[]> {
  const letters = about.told.map(async (told): Promise<readonly Letter[]> => {
    const volunteer = await volunteers.find(told.volunteerId);
    if (!volunteer || volunteer.status === 'left') return [];
    return [letterTo(volunteer, told, about)];
  });
  return (await Promise.all(letters)).flat();
}

function letterTo(volunteer: Volunteer, { what }: Told, { shift, opportunity, book, at }: About): Letter {
  const known = { firstName: volunteer.firstName, title: opportunity.title, startsAt: shift.startsAt };
  const reason = what === 'moved-up' ? 'A place has become free: it is yours.' : (shift.cancelled?.reason ?? '');
  return {
    type: 'letter',
    key: `shift:${shift.id}:${shift.version}:${what}:${volunteer.id}`,
    at,
    to: addressOf(volunteer),
    reference: `shift:${shift.id}`,
    about:
      what === 'reminder'
        ? { template: 'shift_reminder', ...known, place: placeName(book, opportunity.locationId) }
        : { template: 'shift_changed', ...known, isCancelled: what === 'cancelled', reason },
  };
}

/** A person hears as they prefer; of who is none, only the address is known. */
const addressOf = ({ personId, email }: Volunteer): Addressee => (personId === undefined ? { email } : { personId });
