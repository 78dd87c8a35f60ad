import type { Handler } from '@guildhall/kernel';
import { type Book, locationOf } from '../../domain/book.ts';
import { digestLines, type Standing } from '../../domain/digest.ts';
import type { Letter } from '../../domain/letter.ts';
import { dayAfter } from '../../domain/org-day.ts';
import { administrators } from '../../domain/review.ts';
import { reaches, type Scope } from '../../domain/scope.ts';
import type { Volunteer } from '../../domain/volunteer.ts';
import type { Applications } from '../applications/ports.ts';
import type { LetterBox } from '../letters/ports.ts';
import type { People, Scopes } from '../ports.ts';
import type { ReviewItems, Reviews } from '../reviews/ports.ts';
import { firstNameOf } from '../reviews/review-due.ts';
import { sees } from '../volunteers/authority.ts';
import type { Position, Selection, VolunteerPages } from '../volunteers/list-volunteers.ts';
import type { Grounds } from '../volunteers/storing.ts';

export type DigestDeps = Grounds &
  Readonly<{
    pages: VolunteerPages;
    scopes: Scopes;
    people: Pick<People, 'namesOf'>;
    applications: Applications;
    reviews: Reviews;
    items: ReviewItems;
    letterBox: LetterBox;
  }>;

const longAgo = 7 * 86_400_000;
const soon = 14;

/** Writes to each manager, and to administrators, how things stand; to nobody for whom there is nothing to say. */
export const sendDigestsHandler =
  (deps: DigestDeps): Handler<string> =>
  async (monday) => {
    const standing = await gather(deps);
    const managers = await deps.scopes.all();
    const names = await deps.people.namesOf(managers.map(({ personId }) => personId));
    const everybody = [...managers, { personId: administrators, scopes: undefined }];
    for (const { personId, scopes } of everybody) {
      const lines = digestLines(standingOf(standing, scopes, personId));
      if (lines.length === 0) continue;
      const letter: Letter = {
        type: 'letter',
        key: `digest:${monday}:${personId || 'administrators'}`,
        at: deps.clock.now(),
        to: personId === administrators ? { role: 'administrator' } : { personId },
        reference: `digest:${monday}`,
        about: { template: 'volunteer_digest', firstName: firstNameOf(names.get(personId)), lines },
      };
      await deps.letterBox.send([letter]);
    }
  };

type Gathered = Readonly<{
  book: Book;
  waiting: readonly Volunteer[];
  blocked: readonly Volunteer[];
  leaving: readonly Volunteer[];
  applications: readonly Readonly<{ locationId: string }>[];
  open: ReadonlyMap<string, number>;
}>;

async function gather(deps: DigestDeps): Promise<Gathered> {
  const now = deps.clock.now();
  const until = dayAfter(deps.days.dayOf(now), soon);
  const isLate = ({ createdAt }: Volunteer): boolean => now.getTime() - createdAt.getTime() > longAgo;
  const waiting = [
    ...(await all(deps.pages, { state: 'NOT_IN_WORKSPACE' })),
    ...(await all(deps.pages, { state: 'WAITING_FOR_LINK' })),
  ];
  const leaving = await all(deps.pages, { statuses: ['leaving'] });
  const review = (await deps.reviews.latest(1)).find(({ state }) => state === 'open');
  const progress = review ? await deps.items.progress(review.id) : [];
  return {
    book: await deps.books.read(),
    waiting: waiting.filter(isLate),
    blocked: await all(deps.pages, { state: 'BLOCKED' }),
    leaving: leaving.filter(({ leaveDate = '' }) => leaveDate <= until),
    applications: await deps.applications.list(['waiting'], undefined),
    open: new Map(progress.map(({ manager, undecided }) => [manager, undecided])),
  };
}

const atOnce = 500;

async function all(pages: VolunteerPages, which: Partial<Selection>): Promise<readonly Volunteer[]> {
  const selection: Selection = { statuses: ['active', 'leaving'], state: '', role: '', q: '', ...which };
  const found: Volunteer[] = [];
  let after: Position | undefined;
  do {
    const page = await pages.page(selection, atOnce, after);
    found.push(...page.volunteers);
    after = page.next;
  } while (after);
  return found;
}

function standingOf({ book, open, ...gathered }: Gathered, scope: Scope, personId: string): Standing {
  const count = (volunteers: readonly Volunteer[]): number => volunteers.filter((one) => sees(scope, one, book)).length;
  const isWithin = ({ locationId }: Readonly<{ locationId: string }>): boolean => {
    const place = locationOf(book, locationId);
    return scope === undefined || (place !== undefined && reaches(scope, place));
  };
  return {
    waiting: count(gathered.waiting),
    blocked: count(gathered.blocked),
    leaving: count(gathered.leaving),
    applications: gathered.applications.filter(isWithin).length,
    reviews: open.get(personId) ?? 0,
  };
}
