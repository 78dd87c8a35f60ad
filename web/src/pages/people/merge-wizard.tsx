import { Checkbox, Stack, Text } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/api.ts';
import type { MergePreview } from '@guildhall/client';
import { Action } from '../../parts/action.tsx';
import { Choice } from '../../parts/choice.tsx';
import { PeoplePicker } from '../../parts/people-picker.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { Section } from '../../parts/section.tsx';
import { useProven } from '../../proof/use-proven.tsx';
import { useWords } from '../../words/words.ts';
import { MergeOutcome } from './merge-outcome.tsx';

type Props = Readonly<{ ids: readonly string[]; onChoose: (ids: readonly string[]) => void }>;

/** Who, who remains, with whose rights; then what would come of it; then doing it. Nothing is taken for granted. */
export function MergeWizard({ ids, onChoose }: Props) {
  const { records: words } = useWords();
  const people = useQueries({
    queries: ids.map((personId) => ({
      queryKey: ['person', personId],
      queryFn: () => api.identity.getPerson({ personId }),
      staleTime: 60_000,
    })),
  }).flatMap(({ data }) => data ?? []);
  const [survivorId, setSurvivor] = useState<string>();
  const [keepPermissions, setKeep] = useState(false);
  const asked = { survivorId: survivorId ?? '', mergedIds: ids.filter((id) => id !== survivorId), keepPermissions };
  const preview = useProven<typeof asked, MergePreview>({ mutationFn: (wanted) => api.identity.previewMerge(wanted) });
  const [shownFor, show] = useState<typeof asked>();
  const isShown = shownFor?.survivorId === survivorId && shownFor?.keepPermissions === keepPermissions;
  return (
    <Section title={words.merge} hint={words.mergeHint}>
      <PeoplePicker label={words.mergePick} value={ids} onChange={onChoose} most={10} />
      {ids.length < 2 && <Text c="dimmed">{words.mergeTwo}</Text>}
      {people.length > 1 && (
        <Stack gap="md">
          <Choice
            legend={words.mergeSurvivor}
            value={survivorId}
            options={people.map(({ id, displayName, handle }) => ({ value: id, label: `${displayName} (${handle})` }))}
            onChange={setSurvivor}
          />
          <Text size="sm" c="dimmed">
            {words.mergeSurvivorHint}
          </Text>
          <Checkbox
            label={words.mergePermissions}
            checked={keepPermissions}
            onChange={({ currentTarget }) => setKeep(currentTarget.checked)}
          />
          {preview.error && <ProblemAlert error={preview.error} />}
          {survivorId && (
            <Action
              variant="default"
              busy={preview.isPending}
              onClick={() => {
                show(asked);
                preview.mutate(asked);
              }}
            >
              {words.mergePreview}
            </Action>
          )}
          {preview.data && isShown && <MergeOutcome preview={preview.data} asked={asked} onDone={() => onChoose([])} />}
          {preview.dialog}
        </Stack>
      )}
    </Section>
  );
}
