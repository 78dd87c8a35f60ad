import type { Handler } from '@guildhall/kernel';
import { foremost } from '../../domain/assignment.ts';
import { channelOf, locationOf } from '../../domain/book.ts';
import type { Volunteer } from '../../domain/volunteer.ts';
import { groundOf, type Grounds } from './storing.ts';
import { todayOf, type Ground } from '../../domain/ground.ts';
import type { Caller, Scopes } from '../ports.ts';
import { type ListFilter, type Position, selectionFor, type VolunteerPages } from './list-volunteers.ts';

export type ExportVolunteers = Readonly<{ filter: ListFilter; format: 'csv' | 'xlsx'; caller: Caller }>;

export type ExportFile = Readonly<{ contentType: string; data: Uint8Array }>;

export type Row = Readonly<Record<string, string>>;

/** Writes rows as a file; no cell becomes a formula. */
export type WriteTable = (
  format: 'csv' | 'xlsx',
  columns: readonly string[],
  rows: readonly Row[],
) => Promise<ExportFile>;

type Deps = Grounds & Readonly<{ pages: VolunteerPages; scopes: Scopes; writeTable: WriteTable }>;

const atOnce = 1_000;

export const exportColumns = [
  'volunteer_id',
  'email',
  'first_name',
  'last_name',
  'phone',
  'area',
  'district',
  'branch',
  'role',
  'channels',
  'status',
  'state',
  'reason',
  'create_date',
  'modified_date',
  'joined_at',
  'leave_date',
] as const;

/** The volunteers of a list as a file, which can be imported again. */
export const exportVolunteersHandler =
  (deps: Deps): Handler<ExportVolunteers, ExportFile> =>
  async ({ filter, format, caller }) => {
    const ground = await groundOf(deps);
    const selection = await selectionFor(deps, filter, caller);
    const rows: Row[] = [];
    let after: Position | undefined;
    do {
      const page = await deps.pages.page(selection, atOnce, after);
      rows.push(...page.volunteers.map((volunteer) => rowOf(volunteer, ground)));
      after = page.next;
    } while (after);
    return deps.writeTable(format, exportColumns, rows);
  };

function rowOf(volunteer: Volunteer, ground: Ground): Row {
  const { book } = ground;
  const first = foremost(volunteer.assignments, todayOf(ground));
  const { area = '', district = '', branch = '' } = (first && locationOf(book, first.locationId)) ?? {};
  const wanted = volunteer.memberships.filter(({ desired }) => desired);
  const { state, reason = '', joinedAt } = volunteer.onboarding;
  return {
    volunteer_id: volunteer.volunteerId,
    email: volunteer.email,
    first_name: volunteer.firstName,
    last_name: volunteer.lastName,
    phone: volunteer.phone,
    area,
    district,
    branch,
    role: first?.roleKey ?? '',
    channels: wanted.map(({ channelId }) => channelOf(book, channelId)?.name ?? channelId).join(' '),
    status: volunteer.status,
    state,
    reason,
    create_date: volunteer.createdAt.toISOString(),
    modified_date: volunteer.updatedAt.toISOString(),
    joined_at: joinedAt?.toISOString() ?? '',
    leave_date: volunteer.leaveDate ?? '',
  };
}
