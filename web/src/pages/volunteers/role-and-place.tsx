import { NativeSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Location, VolunteersRole } from '@guildhall/client';
import type { Refusal } from '../../parts/refusal.ts';
import type { AssignmentForm } from './assignment-form.ts';
import { placesQuery, rolesQuery } from './queries.ts';
import { useVolunteerWords } from './words.ts';

export type AssignmentProps = Readonly<{
  value: AssignmentForm;
  refusal: Refusal;
  /** What stands before its fields in the request: "assignments.0.", or nothing. */
  prefix: string;
  onChange: (change: Partial<AssignmentForm>) => void;
}>;

/** A role at a place, both of those that there are: nothing is typed. */
export function RoleAndPlace({ value, refusal, prefix, onChange }: AssignmentProps) {
  const words = useVolunteerWords();
  const roles = useQuery(rolesQuery).data ?? [];
  const places = useQuery(placesQuery).data ?? [];
  const at = (...names: readonly string[]) => names.map((name) => refusal.at(prefix + name)).find(Boolean);
  return (
    <>
      <NativeSelect
        label={words.role}
        value={value.role}
        data={rolesToChoose(roles, value.role, words.choose)}
        onChange={({ currentTarget }) => onChange({ role: currentTarget.value })}
        error={at('role')}
      />
      <NativeSelect
        label={words.place}
        description={places.length === 0 ? words.placeHint : undefined}
        value={value.placeId}
        data={placesToChoose(places, value.placeId, words.choose)}
        onChange={({ currentTarget }) => onChange({ placeId: currentTarget.value })}
        error={at('area', 'district', 'branch')}
      />
    </>
  );
}

/** Those that may be given, and the one that is held. */
function rolesToChoose(roles: readonly VolunteersRole[], held: string, choose: string) {
  const open = roles.filter(({ key, active }) => active || key === held);
  return [{ value: '', label: choose }, ...open.map(({ key, label }) => ({ value: key, label }))];
}

/** Branches below their area and district. */
export function placesToChoose(places: readonly Location[], held: string, choose: string) {
  const open = places.filter(({ locationId, active }) => active || locationId === held);
  const groups = Map.groupBy(open, ({ area, district }) => `${area} / ${district}`);
  const sorted = [...groups].toSorted(([a], [b]) => a.localeCompare(b));
  return [
    { value: '', label: choose },
    ...sorted.map(([group, of]) => ({
      group,
      items: of
        .toSorted((a, b) => a.branch.localeCompare(b.branch))
        .map(({ locationId, branch }) => ({ value: locationId, label: branch })),
    })),
  ];
}
