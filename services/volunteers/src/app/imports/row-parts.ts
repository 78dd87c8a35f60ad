import type { Profile } from '../../domain/enrolment.ts';
import { cellOf, type ImportRow } from '../../domain/import-row.ts';
import type { AssignmentInput } from '../volunteers/resolve-assignment.ts';

/** What a line says of the person. */
export const profileOf = (row: ImportRow): Profile => ({
  volunteerId: cellOf(row, 'volunteer_id'),
  email: cellOf(row, 'email'),
  firstName: cellOf(row, 'first_name'),
  lastName: cellOf(row, 'last_name'),
  phone: cellOf(row, 'phone'),
});

/** And of the role. */
export const assignmentOf = (row: ImportRow): AssignmentInput => ({
  area: cellOf(row, 'area'),
  district: cellOf(row, 'district'),
  branch: cellOf(row, 'branch'),
  role: cellOf(row, 'role'),
  from: cellOf(row, 'from'),
  to: cellOf(row, 'to'),
});
