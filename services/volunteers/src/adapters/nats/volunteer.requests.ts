import type {
  AssignmentChange as ProtoChange,
  AssignmentInput as ProtoInput,
  UpdateVolunteerRequest,
} from '@guildhall/contracts/volunteers/v1/service';
import type { AssignmentChange } from '../../app/volunteers/change-assignments.ts';
import type { ListFilter } from '../../app/volunteers/list-volunteers.ts';
import type { UpdateVolunteer } from '../../app/volunteers/update-volunteer.ts';

export const nothing = { area: '', district: '', branch: '', role: '', from: '', to: '' };

export const inputOf = ({ area, district, branch, role, from, to }: Omit<ProtoInput, '$typeName'>) => ({
  area,
  district,
  branch,
  role,
  from,
  to,
});

export const filterOf = ({ status, state, area, district, branch, role, q }: ListFilterMessage): ListFilter => ({
  // The contract lets nothing else through.
  status: status as ListFilter['status'],
  state,
  area,
  district,
  branch,
  role,
  q,
});

type ListFilterMessage = Readonly<Record<keyof ListFilter, string>>;

export function changeOf(request: UpdateVolunteerRequest): UpdateVolunteer['change'] {
  const { email, firstName, lastName, phone } = request;
  return {
    profile: given({ email, firstName, lastName, phone }),
    assignments: assignmentChanges(request),
  };
}

type Flat = Pick<UpdateVolunteerRequest, 'area' | 'district' | 'branch' | 'role' | 'assignments'>;

/** The fields beside the list are short for a change of the only assignment. */
export function assignmentChanges({ area, district, branch, role, assignments }: Flat): readonly AssignmentChange[] {
  const flat = given({ area, district, branch, role });
  const short = Object.keys(flat).length > 0 ? [{ assignmentId: '', ...flat }] : [];
  return [...short, ...assignments.map(assignmentChange)];
}

const assignmentChange = ({ assignmentId, ...change }: ProtoChange): AssignmentChange => {
  const { area, district, branch, role, from, to } = change;
  return { assignmentId, ...given({ area, district, branch, role, from, to }) };
};

/** What is there of it. */
const given = <Fields extends Readonly<Record<string, string | undefined>>>(
  fields: Fields,
): { [Name in keyof Fields]?: string } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [Name in keyof Fields]?: string;
  };
