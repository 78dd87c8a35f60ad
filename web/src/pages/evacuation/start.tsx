import { Button, Group, Text, Textarea } from '@mantine/core';
import { IconPrinter, IconSpeakerphone, IconUrgent } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SiteSummary } from '@guildhall/client';
import { api } from '../../api/api.ts';
import { isProblem } from '../../api/problem.ts';
import { Action } from '../../parts/action.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { useWords } from '../../words/words.ts';
import { openIncidentQuery } from './open-incident.ts';
import { useEvacuationWords } from './words.ts';

type Kind = 'live' | 'drill' | 'test';
type Props = Readonly<{ site: SiteSummary; count: number; isAway: boolean }>;

/** One tap, and one question. */
export function Start({ site, count, isAway }: Props) {
  const words = useEvacuationWords();
  const [asked, ask] = useState<Kind>();
  return (
    <div className="start">
      {isAway ? (
        <p className="evacuation-note">{words.startOffline}</p>
      ) : (
        <>
          <Button
            className="start-live"
            color="red.9"
            size="xl"
            fullWidth
            leftSection={<IconUrgent size={32} aria-hidden />}
            onClick={() => ask('live')}
          >
            {words.start}
          </Button>
          <div className="start-more">
            <Button
              variant="default"
              leftSection={<IconSpeakerphone size={20} aria-hidden />}
              onClick={() => ask('drill')}
            >
              {words.startDrill}
            </Button>
            <Button variant="default" onClick={() => ask('test')}>
              {words.startTest}
            </Button>
          </div>
        </>
      )}
      <Button variant="default" leftSection={<IconPrinter size={20} aria-hidden />} onClick={() => window.print()}>
        {words.print}
      </Button>
      {asked && <Question kind={asked} site={site} count={count} onClose={() => ask(undefined)} />}
    </div>
  );
}

type QuestionProps = Readonly<{ kind: Kind; site: SiteSummary; count: number; onClose: () => void }>;

function Question({ kind, site, count, onClose }: QuestionProps) {
  const words = useEvacuationWords();
  const { app } = useWords();
  const client = useQueryClient();
  const [message, setMessage] = useState('');
  const query = openIncidentQuery(site.id);
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => api.register.startIncident({ siteId: site.id, kind, ...(message.trim() && { message }) }),
    onSettled: () => client.invalidateQueries(query),
    onError: (reason) => isProblem(reason, 'register.incident_open') && onClose(),
  });
  const [title, text] = {
    live: [words.start, words.startAsk(count, site.name)],
    drill: [words.startDrill, words.drillAsk(count, site.name)],
    test: [words.startTest, words.testAsk],
  }[kind];
  return (
    <Dialog kind="question" title={title ?? ''} onClose={onClose}>
      <Text mb="md">{text}</Text>
      <Textarea
        label={words.message}
        description={words.messageHint}
        value={message}
        onChange={({ currentTarget }) => setMessage(currentTarget.value)}
        maxLength={200}
        autosize={false}
        rows={2}
      />
      {error && <ProblemAlert error={error} />}
      <Group justify="flex-end" mt="lg">
        <Button variant="default" onClick={onClose}>
          {app.cancel}
        </Button>
        <Action color={kind === 'live' ? 'red.9' : 'teal'} busy={isPending} onClick={() => mutate()} data-autofocus>
          {title}
        </Action>
      </Group>
    </Dialog>
  );
}
