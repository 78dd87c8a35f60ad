import './broadcasts.css';
import { Group, NativeSelect, Text, Textarea } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { BroadcastPreview, SiteSummary } from '@guildhall/client';
import { api } from '../../api/api.ts';
import { Action } from '../../parts/action.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { say } from '../../parts/notice.ts';
import { ProblemAlert } from '../../parts/problem.tsx';
import { useEvacuationWords } from './words.ts';

export const broadcastsKey = (siteId: string) => ['broadcasts', siteId] as const;

const longest = 600;

type Props = Readonly<{ site: SiteSummary; onClose: () => void }>;

/** What is written, to how many, and how it will read, before it goes. */
export function BroadcastDialog({ site, onClose }: Props) {
  const { broadcast: words } = useEvacuationWords();
  const [text, setText] = useState('');
  const [entrance, setEntrance] = useState('');
  const client = useQueryClient();
  const where = { siteId: site.id, ...(entrance && { entrance }) };
  const preview = useQuery({
    queryKey: ['broadcast-preview', site.id, entrance],
    queryFn: () => api.register.previewBroadcast(where),
    staleTime: 0,
  });
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => api.register.sendBroadcast({ ...where, text }),
    onSuccess: async ({ count }) => {
      say(words.sent(count));
      onClose();
      await client.invalidateQueries({ queryKey: broadcastsKey(site.id) });
    },
  });
  const { people = 0, visitors = 0 } = preview.data ?? {};
  const count = people + visitors;
  return (
    <Dialog kind="question" title={words.title} onClose={onClose}>
      <Textarea
        label={words.text}
        description={words.textHint}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        maxLength={longest}
        autosize={false}
        rows={4}
        data-autofocus
      />
      {site.entrances.length > 1 && (
        <NativeSelect
          mt="md"
          label={words.entrance}
          value={entrance}
          onChange={({ currentTarget }) => setEntrance(currentTarget.value)}
          data={[{ value: '', label: words.everywhere }, ...site.entrances]}
        />
      )}
      {preview.data && <Preview preview={preview.data} text={text} />}
      {(error ?? preview.error) && <ProblemAlert error={error ?? preview.error} />}
      <Group justify="flex-end" mt="lg">
        <Action busy={isPending} disabled={!text.trim() || count === 0} onClick={() => mutate()}>
          {words.send(count)}
        </Action>
      </Group>
    </Dialog>
  );
}

function Preview({ preview, text }: Readonly<{ preview: BroadcastPreview; text: string }>) {
  const { broadcast: words } = useEvacuationWords();
  const { people, visitors, unreachable, siteName, sender } = preview;
  return (
    <div className="broadcast-preview">
      <Text size="sm" role="status">
        {words.reaches(people, visitors)} {unreachable > 0 && words.unreachable(unreachable)}
      </Text>
      {text.trim() && (
        <figure className="broadcast-sample">
          <figcaption>{words.sample}</figcaption>
          <blockquote>
            {siteName}: {text.trim()} ({sender})
          </blockquote>
        </figure>
      )}
    </div>
  );
}
