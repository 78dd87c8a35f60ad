import { Button, Group, Text, Textarea } from '@mantine/core';
import { IconFlag } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Incident } from '@guildhall/client';
import { api } from '../../api/api.ts';
import { Action } from '../../parts/action.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { useWords } from '../../words/words.ts';
import { isOpen, type Row } from './rows.ts';
import { useEvacuationWords } from './words.ts';

type Props = Readonly<{ incident: Incident; rows: readonly Row[] }>;

/** Ends it for good, after saying who is not accounted for. */
export function End({ incident, rows }: Props) {
  const words = useEvacuationWords();
  const [isAsked, ask] = useState(false);
  const title = incident.kind === 'live' ? words.end : words.endDrill;
  return (
    <>
      <Button color="red.9" leftSection={<IconFlag size={20} aria-hidden />} onClick={() => ask(true)}>
        {title}
      </Button>
      {isAsked && (
        <Question incidentId={incident.id} title={title} lost={rows.filter(isOpen)} onClose={() => ask(false)} />
      )}
    </>
  );
}

const mostNames = 8;

type QuestionProps = Readonly<{ incidentId: string; title: string; lost: readonly Row[]; onClose: () => void }>;

function Question({ incidentId, title, lost, onClose }: QuestionProps) {
  const words = useEvacuationWords();
  const { app } = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [note, setNote] = useState('');
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => api.register.endIncident({ incidentId, ...(note.trim() && { note }) }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['incidents'] });
      await client.invalidateQueries({ queryKey: ['incident', incidentId] });
      await navigate({ to: '/evacuation/$incidentId/report', params: { incidentId } });
    },
  });
  const names = lost.slice(0, mostNames).map(({ name }) => name);
  return (
    <Dialog kind="question" title={title} onClose={onClose}>
      <Text>{words.endAsk(lost.length)}</Text>
      {names.length > 0 && (
        <Text fw={600} mt="xs">
          {names.join(', ')}
          {lost.length > mostNames && ' …'}
        </Text>
      )}
      <Textarea
        mt="md"
        label={words.note}
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
        maxLength={2000}
        rows={2}
      />
      {error && <ProblemAlert error={error} />}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose} data-autofocus>
          {app.cancel}
        </Button>
        <Action color="red.9" busy={isPending} onClick={() => mutate()}>
          {title}
        </Action>
      </Group>
    </Dialog>
  );
}
