import type { Clock, Handler } from '@guildhall/kernel';
import type { OrgDays } from '../../domain/org-day.ts';
import { recognitionOf, type Recognised } from '../../domain/recognition.ts';
import { nameOf, type Volunteer } from '../../domain/volunteer.ts';
import type { Books, Caller, Scopes, Volunteers } from '../ports.ts';
import { authorityOf, sees } from '../volunteers/authority.ts';
import type { ExportFile, WriteTable } from '../volunteers/export-volunteers.ts';
import type { Shifts } from './ports.ts';
import { spanOf, volunteersById } from './read-activities.ts';

/** Empty days are the first of the year, and today. */
export type GetRecognition = Readonly<{ from: string; to: string; caller: Caller }>;

export type Recognition = Readonly<{
  from: string;
  to: string;
  rows: readonly Readonly<{ recognised: Recognised; volunteer: Volunteer }>[];
}>;

type Deps = Readonly<{
  shifts: Shifts;
  volunteers: Volunteers;
  books: Books;
  scopes: Scopes;
  days: OrgDays;
  clock: Clock;
}>;

/** Who gave how much, as far as the caller's scope reaches; who was erased is named no more. */
export const getRecognitionHandler =
  (deps: Deps): Handler<GetRecognition, Recognition> =>
  async ({ caller, ...asked }) => {
    const now = deps.clock.now();
    const today = deps.days.dayOf(now);
    const from = asked.from || `${today.slice(0, 4)}-01-01`;
    const to = asked.to || today;
    const span = spanOf(deps.days, from, to);
    const { scope } = await authorityOf(deps.scopes, caller);
    const book = await deps.books.read();
    const all = recognitionOf(await deps.shifts.between(new Date(0), span.to), span, now);
    const people = await volunteersById(
      deps.volunteers,
      all.map(({ volunteerId }) => volunteerId),
    );
    const rows = all.flatMap((recognised) => {
      const volunteer = people.get(recognised.volunteerId);
      return volunteer && !volunteer.erased && sees(scope, volunteer, book) ? [{ recognised, volunteer }] : [];
    });
    return { from, to, rows };
  };

const columns = ['volunteer_id', 'name', 'hours', 'shifts', 'no_shows', 'total_hours', 'milestones'] as const;

const inHours = (minutes: number): string => (minutes / 60).toFixed(2);

export const exportRecognitionHandler =
  ({
    recognition,
    writeTable,
  }: Readonly<{ recognition: Handler<GetRecognition, Recognition>; writeTable: WriteTable }>): Handler<
    GetRecognition,
    ExportFile
  > =>
  async (asked) => {
    const { rows } = await recognition(asked);
    const written = rows.map(({ recognised, volunteer }) => ({
      volunteer_id: volunteer.volunteerId,
      name: nameOf(volunteer),
      hours: inHours(recognised.minutes),
      shifts: String(recognised.shifts),
      no_shows: String(recognised.noShows),
      total_hours: inHours(recognised.totalMinutes),
      milestones: recognised.milestones.join(' '),
    }));
    return writeTable('csv', columns, written);
  };
