import { Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { RulesPreview } from '@guildhall/client';
import { useState } from 'react';
import { volunteers } from '../../api/volunteers.ts';
import { Action } from '../../parts/action.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Loading } from '../../parts/loading.tsx';
import { say } from '../../parts/notice.ts';
import { ProblemAlert } from '../../parts/problem.tsx';
import type { Draft } from './draft.ts';
import { PreviewedChanges } from './previewed-changes.tsx';
import { useRuleWords } from './words.ts';

type Props = Readonly<{ draft: Draft; version: number; onClose: () => void; onApplied: () => void }>;

/** What a draft would do to whom; where it takes much, the number has to be typed before it counts. */
export function PreviewDialog({ draft, version, onClose, onApplied }: Props) {
  const words = useRuleWords();
  const client = useQueryClient();
  const { data, error, refetch } = useQuery({
    queryKey: ['volunteers', 'rules-preview', draft],
    queryFn: () => volunteers.previewRules(draft),
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
  const apply = useMutation({
    mutationFn: (confirmRemoved: number) => volunteers.changeRules({ ...draft, confirmRemoved, version }),
    onSuccess: async () => {
      say(words.applied);
      await client.invalidateQueries({ queryKey: ['volunteers'] });
      onApplied();
    },
  });
  return (
    <Dialog kind="drawer" title={words.previewTitle} onClose={onClose}>
      <Stack gap="md">
        {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Loading height={240} />}
        {data && <Figures preview={data} />}
        {data && <Apply preview={data} busy={apply.isPending} onApply={apply.mutate} />}
        {apply.error && <ProblemAlert error={apply.error} />}
        {data && <PreviewedChanges changes={data.changes} />}
      </Stack>
    </Dialog>
  );
}

function Figures({ preview: { added, removed, peopleLosing, people } }: Readonly<{ preview: RulesPreview }>) {
  const words = useRuleWords();
  if (added + removed === 0) return <Text role="status">{words.nothing}</Text>;
  return (
    <div role="status">
      <Text fw={600}>{words.added(added)}</Text>
      <Text fw={600}>{words.removed(removed)}</Text>
      {peopleLosing > 0 && <Text>{words.losing(peopleLosing, people)}</Text>}
    </div>
  );
}

type ApplyProps = Readonly<{ preview: RulesPreview; busy: boolean; onApply: (confirmRemoved: number) => void }>;

function Apply({ preview: { removed, needsConfirmation }, busy, onApply }: ApplyProps) {
  const words = useRuleWords();
  const [typed, setTyped] = useState('');
  const isConfirmed = !needsConfirmation || Number(typed) === removed;
  return (
    <>
      {needsConfirmation && (
        <TextInput
          label={words.confirmLabel}
          description={words.confirmMany(removed)}
          inputMode="numeric"
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
        />
      )}
      <Action
        busy={busy}
        disabled={!isConfirmed}
        {...(removed > 0 && { color: 'red.9' })}
        onClick={() => onApply(needsConfirmation ? removed : 0)}
      >
        {words.apply}
      </Action>
    </>
  );
}
