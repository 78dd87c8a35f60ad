import type { Handler } from '@guildhall/kernel';
import type { Book } from '../../domain/book.ts';
import type { Addressee, Letter } from '../../domain/letter.ts';
import type { Opportunity } from '../../domain/opportunity.ts';
import type { Shift, Told } from '../../domain/shift.ts';
import type { Volunteer } from '../../domain/volunteer.ts';
import type { LetterBox } from '../letters/ports.ts';
import type { Books, Volunteers } from '../ports.ts';
import { placeName } from './places.ts';
import type { Opportunities, Shifts } from './ports.ts';
import { volunteersById } from './read-activities.ts';

/** Who is to be told what, after which version of the shift. */
export type TellShift = Readonly<{ shiftId: string; version: number; told: readonly Told[]; at: Date }>;

type Deps = Readonly<{
  shifts: Shifts;
  opportunities: Opportunities;
  volunteers: Volunteers;
  books: Books;
  letterBox: LetterBox;
}>;

/** Writes to those whom a change of a shift is about; who is not there any more is written nothing. */
export const tellShiftHandler =
  (deps: Deps): Handler<TellShift> =>
  async (asked) => {
    const shift = await deps.shifts.find(asked.shiftId);
    const opportunity = shift && (await deps.opportunities.find(shift.opportunityId));
    if (!opportunity) return;
    const book = await deps.books.read();
    const people = await volunteersById(
      deps.volunteers,
      asked.told.map(({ volunteerId }) => volunteerId),
    );
    const letters = asked.told.flatMap(({ volunteerId, what }) => {
      const volunteer = people.get(volunteerId);
      const isThere = volunteer !== undefined && volunteer.status !== 'left';
      return isThere ? [letterTo(volunteer, what, { ...asked, shift, opportunity, book })] : [];
    });
    await deps.letterBox.send(letters);
  };

type About = TellShift & Readonly<{ shift: Shift; opportunity: Opportunity; book: Book }>;

function letterTo(volunteer: Volunteer, what: Told['what'], about: About): Letter {
  const { shift, opportunity, book, version, at } = about;
  const known = { firstName: volunteer.firstName, title: opportunity.title, startsAt: shift.startsAt };
  const reason = what === 'moved-up' ? 'A place has become free: it is yours.' : (shift.cancelled?.reason ?? '');
  return {
    type: 'letter',
    key: `shift:${shift.id}:${version}:${what}:${volunteer.id}`,
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
