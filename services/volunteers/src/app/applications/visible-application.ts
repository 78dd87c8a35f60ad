import { type Application, isOpenApplication } from '../../domain/application.ts';
import { type Book, locationOf } from '../../domain/book.ts';
import { governanceRefusals } from '../../domain/governance-refusals.ts';
import { refusals } from '../../domain/refusals.ts';
import { reaches } from '../../domain/scope.ts';
import type { Books, Caller, Scopes } from '../ports.ts';
import { authorityOf } from '../volunteers/authority.ts';
import type { Applications } from './ports.ts';

type Deps = Readonly<{ applications: Applications; books: Books; scopes: Scopes }>;

export type Asked = Readonly<{ applicationId: string; caller: Caller }>;

/** A confirmed application within the caller's scope that waits for a decision. */
export async function applicationToDecide({ applications, books, scopes }: Deps, { applicationId, caller }: Asked) {
  const { scope } = await authorityOf(scopes, caller);
  const book = await books.read();
  const application = await applications.find(applicationId);
  const place = application && locationOf(book, application.locationId);
  const isWithin = scope === undefined || (place !== undefined && reaches(scope, place));
  if (!application || application.state === 'unconfirmed' || !isWithin) throw governanceRefusals.applicationNotFound();
  if (!isOpenApplication(application) || application.approval) throw refusals.notPending();
  return { application, book };
}

/** `haifa/north/technion`. */
export function placeInWords(book: Book, { locationId }: Pick<Application, 'locationId'>): string {
  const { area, district, branch } = locationOf(book, locationId) ?? {};
  return [area, district, branch].filter(Boolean).join('/');
}
