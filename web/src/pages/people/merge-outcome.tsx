import { Alert, Stack, Text } from '@mantine/core';
import { IconArrowsJoin } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { api } from '../../api/api.ts';
import type { MergePeopleRequest, MergePreview } from '@guildhall/client';
import { Asked } from '../../parts/asked.tsx';
import { say } from '../../parts/notice.ts';
import { ProblemAlert } from '../../parts/problem.tsx';
import { useProven } from '../../proof/use-proven.tsx';
import { useWords } from '../../words/words.ts';

type Props = Readonly<{ preview: MergePreview; asked: MergePeopleRequest; onDone: () => void }>;

/** Who the survivor would be, and what would be gained and lost. */
export function MergeOutcome({ preview, asked, onDone }: Props) {
  const { records: words, people } = useWords();
  const client = useQueryClient();
  const rights: Readonly<Record<string, string>> = people.rights;
  const { survivor, merged, gainedPermissions, lostPermissions } = preview;
  const { mutate, isPending, error, dialog } = useProven<void, unknown>({
    mutationFn: () => api.identity.mergePeople(asked),
    onSuccess: async () => {
      say(words.mergeDone(survivor.displayName));
      await client.invalidateQueries({ queryKey: ['merges'] });
      await client.invalidateQueries({ queryKey: ['duplicates'] });
      await client.invalidateQueries({ queryKey: ['people'] });
      onDone();
    },
  });
  const named = (permissions: readonly string[]): string =>
    permissions.map((permission) => rights[permission] ?? permission).join(', ');
  return (
    <Stack gap="md" role="status">
      <Alert color="teal" icon={<IconArrowsJoin aria-hidden />} title={words.mergeAfter}>
        <Text fw={600}>{survivor.displayName}</Text>
        <Text size="sm">{[survivor.handle, ...survivor.contacts.map(({ value }) => value)].join(' · ')}</Text>
        {gainedPermissions.length > 0 && (
          <Text size="sm">
            {words.mergeGained}: {named(gainedPermissions)}
          </Text>
        )}
        {lostPermissions.length > 0 && (
          <Text size="sm">
            {words.mergeLost}: {named(lostPermissions)}
          </Text>
        )}
      </Alert>
      {error && <ProblemAlert error={error} />}
      <Asked
        variant="filled"
        question={words.mergeAsk(merged.length, survivor.displayName)}
        action={words.mergeGo}
        busy={isPending}
        onConfirm={() => mutate()}
      />
      {dialog}
    </Stack>
  );
}
