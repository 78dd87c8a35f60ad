import { Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/api.ts';
import type { Site } from '../../api/gen/client.ts';
import { Action } from '../../parts/action.tsx';
import { Form, Unplaced } from '../../parts/form.tsx';
import { say } from '../../parts/notice.ts';
import { refusalOf } from '../../parts/refusal.ts';
import { useWords } from '../../words/words.ts';
import { DayInputs } from './day-inputs.tsx';
import { type Draft, draftOf, toSite } from './draft.ts';
import { WebhooksInput } from './webhooks-input.tsx';

const inputs = ['id', 'name', 'timeZone', 'dayRollover', 'declaration', 'entrances', 'slackWebhooks'];

type Props = Readonly<{ site: Site | undefined; onDone: () => void }>;

/** A site's settings. What was typed stays after a refusal, which is shown at its field. */
export function SiteForm({ site, onDone }: Props) {
  const { sites: words, app } = useWords();
  const client = useQueryClient();
  const [draft, setDraft] = useState(() => draftOf(site));
  const set = (change: Partial<Draft>): void => setDraft((before) => ({ ...before, ...change }));
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      site
        ? api.register.updateSite({ siteId: site.id, site: toSite(draft) })
        : api.register.createSite({ site: { id: draft.id.trim(), ...toSite(draft) } }),
    onSuccess: async ({ name }) => {
      await client.invalidateQueries({ queryKey: ['sites'] });
      say(site ? app.saved : words.created(name));
      onDone();
    },
  });
  const refusal = refusalOf(error, inputs);
  return (
    <Form refusal={refusal} onSubmit={mutate}>
      {!site && (
        <TextInput
          data-autofocus
          label={words.id}
          description={words.idHint}
          value={draft.id}
          onChange={({ currentTarget }) => set({ id: currentTarget.value })}
          error={refusal.at('id')}
          autoCapitalize="none"
          maxLength={40}
        />
      )}
      <TextInput
        data-autofocus={site ? true : undefined}
        label={words.name}
        value={draft.name}
        onChange={({ currentTarget }) => set({ name: currentTarget.value })}
        error={refusal.at('name')}
        maxLength={100}
      />
      <DayInputs draft={draft} refusal={refusal} onChange={set} />
      <Textarea
        label={words.declaration}
        description={words.declarationHint}
        rows={3}
        value={draft.declaration}
        onChange={({ currentTarget }) => set({ declaration: currentTarget.value })}
        error={refusal.at('declaration')}
        maxLength={2000}
      />
      <Textarea
        label={words.entrances}
        description={words.entrancesHint}
        rows={3}
        value={draft.entrances}
        onChange={({ currentTarget }) => set({ entrances: currentTarget.value })}
        error={refusal.at('entrances')}
      />
      <WebhooksInput
        value={draft.slackWebhooks}
        onChange={(slackWebhooks) => set({ slackWebhooks })}
        refusal={refusal}
      />
      <Unplaced refusal={refusal} />
      <Action type="submit" busy={isPending}>
        {site ? app.save : words.add}
      </Action>
    </Form>
  );
}
