import { Button, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { volunteers } from '../../api/volunteers.ts';
import { isProblem } from '../../api/problem.ts';
import { useVolunteerWords } from './words.ts';

type Props = Readonly<{ error: unknown; volunteerId: string; onAdopt: (version: number) => void }>;

/** Somebody was faster: what was typed stays, and can be saved over the newest version. */
export function Conflict({ error, volunteerId, onAdopt }: Props) {
  const words = useVolunteerWords();
  const client = useQueryClient();
  const { mutate } = useMutation({
    mutationFn: () => volunteers.getVolunteer({ volunteerId }),
    onSuccess: (newest) => {
      client.setQueryData(['volunteers', 'one', volunteerId], newest);
      onAdopt(newest.version);
    },
  });
  if (!isProblem(error, 'volunteers.version_conflict')) return null;
  return (
    <Stack gap="xs" align="flex-start">
      <Text fw={600}>{words.conflict}</Text>
      <Button variant="default" onClick={() => mutate()}>
        {words.reread}
      </Button>
    </Stack>
  );
}
