import { type Clock, type Handler, type NewId, retryStale } from '@guildhall/kernel';
import { apply, type Applicant, type Application } from '../../domain/application.ts';
import type { Location } from '../../domain/book.ts';
import { confirmationLetter } from '../../domain/letter.ts';
import { refusals } from '../../domain/refusals.ts';
import type { Books } from '../ports.ts';
import { checkedProfile } from '../volunteers/create-volunteer.ts';
import { type Place, resolvePlace } from '../volunteers/resolve-assignment.ts';
import type { Applications, ApplicationTokens } from './ports.ts';

export type Apply = Omit<Applicant, 'locationId'> & Readonly<{ place: Place; hasConsented: boolean }>;

type Deps = Readonly<{
  applications: Applications;
  tokens: ApplicationTokens;
  books: Books;
  clock: Clock;
  newId: NewId;
  newNonce: () => string;
  phoneOf: (given: string) => string;
  nudge: () => void;
}>;

/** Keeps an application and asks by mail whether the address is theirs. Whoever asks learns nothing of who is known. */
export const applyHandler =
  (deps: Deps): Handler<Apply> =>
  async ({ place, hasConsented, ...given }) => {
    if (!hasConsented) throw refusals.field('/consent', 'must be given: without it nothing is kept');
    const location = resolvePlace(await deps.books.read(), place, '');
    const applicant = checked({ ...given, locationId: location.id }, deps.phoneOf);
    const { applications, tokens, clock, newId, newNonce } = deps;
    await retryStale(async () => {
      const known = await applications.openFor(applicant.email);
      const next = apply(known, { id: newId(), nonce: newNonce(), applicant, now: clock.now() });
      if (!next) return;
      await applications.save(next, [confirmationLetter(next, tokens.seal(proofOf(next)))]);
    });
    deps.nudge();
  };

const proofOf = ({ id, nonce }: Application) => ({ id, nonce });

function checked(applicant: Applicant, phoneOf: (given: string) => string): Applicant {
  // The id is given by whoever approves.
  const { volunteerId: _none, ...profile } = checkedProfile({ ...applicant, volunteerId: 'applicant' }, phoneOf);
  return { ...applicant, ...profile, wish: applicant.wish.trim() };
}

/** The places that somebody may apply for, by their names. */
export const listApplicationPlacesHandler =
  ({ books }: Pick<Deps, 'books'>): Handler<void, readonly Location[]> =>
  async () => {
    const name = ({ area, district, branch }: Location): string => `${area}/${district}/${branch}`;
    const { locations } = await books.read();
    return locations.filter(({ active }) => active).toSorted((a, b) => (name(a) < name(b) ? -1 : 1));
  };
