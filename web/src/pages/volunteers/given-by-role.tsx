import { Alert, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { channelsOf } from './access-of-role.ts';
import type { AssignmentForm } from './assignment-form.ts';
import { placesQuery, rolesQuery, rulesQuery } from './queries.ts';
import { useVolunteerWords } from './words.ts';

/** What a role gives at a place, before anybody has it. */
export function GivenByRole({ assignment: { role: key, placeId } }: Readonly<{ assignment: AssignmentForm }>) {
  const words = useVolunteerWords();
  const rules = useQuery(rulesQuery).data?.rules;
  const place = useQuery(placesQuery).data?.find(({ locationId }) => locationId === placeId);
  const role = useQuery(rolesQuery).data?.find((one) => one.key === key);
  if (!rules || !place || !role) return null;
  const channels = channelsOf(rules, key, place);
  return (
    <Alert role="status" title={words.givesThese(role.label)} color="teal">
      <Text size="sm">{channels.join(', ') || words.accessNone}</Text>
      {role.needsApproval && (
        <Text size="sm" mt="xs">
          {words.mayNeedApproval}
        </Text>
      )}
    </Alert>
  );
}
