import { Alert, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { AccessChange, AssignmentChange } from '@guildhall/client';
import { volunteers } from '../../api/volunteers.ts';
import { ProblemAlert } from '../../parts/problem.tsx';
import { Tag } from '../../parts/tag.tsx';
import { useVolunteerWords, wordFor } from './words.ts';

const pauseMs = 300;

type Props = Readonly<{ volunteerId: string; assignments: readonly AssignmentChange[] }>;

/** What a change of roles gives and takes, before it counts. */
export function AccessPreview({ volunteerId, assignments }: Props) {
  const words = useVolunteerWords();
  const [asked] = useDebouncedValue(assignments, pauseMs);
  const { data, error } = useQuery({
    queryKey: ['volunteers', 'preview', volunteerId, asked],
    queryFn: () => volunteers.previewVolunteer({ volunteerId, assignments: asked }),
    enabled: asked.length > 0,
    placeholderData: keepPreviousData,
    retry: false,
  });
  if (assignments.length === 0) return null;
  if (error) return <ProblemAlert error={error} />;
  return (
    <Alert role="status" title={words.change} color="teal">
      {!data && <Text size="sm">{words.previewing}</Text>}
      {data?.changes.length === 0 && <Text size="sm">{words.changeNone}</Text>}
      {data && data.changes.length > 0 && <AccessChanges changes={data.changes} />}
      {data?.needsApproval && (
        <Text size="sm" mt="xs">
          {words.willNeedApproval}
        </Text>
      )}
    </Alert>
  );
}

const AccessChanges = ({ changes }: Readonly<{ changes: readonly AccessChange[] }>) => {
  const words = useVolunteerWords();
  return (
    <ul className="vol-changes">
      {changes.map(({ channelId, channel, system, change }) => (
        <li key={`${channelId} ${change}`}>
          <Tag tone={change === 'grant' ? 'good' : 'bad'} icon={change === 'grant' ? IconPlus : IconMinus}>
            {change === 'grant' ? words.gives : words.takes}
          </Tag>
          {channel} ({wordFor(words.systems, system)})
        </li>
      ))}
    </ul>
  );
};
