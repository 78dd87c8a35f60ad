import { Button, Select, Stack, Switch, Textarea, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { api } from '../../api/api.ts';
import type { Site } from '../../api/gen/client.ts';
import { isProblem } from '../../api/problem.ts';
import { say } from '../../parts/notice.ts';
import { ProblemAlert } from '../../parts/problem.tsx';
import { useWords } from '../../words/words.ts';
import { type Draft, draftOf, toSite } from './draft.ts';
import { WebhooksInput } from './webhooks-input.tsx';

const zones = Intl.supportedValuesOf('timeZone');

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
        : api.register.createSite({ site: { id: draft.id, ...toSite(draft) } }),
    onSuccess: async ({ name }) => {
      await client.invalidateQueries({ queryKey: ['sites'] });
      say(site ? app.saved : words.created(name));
      onDone();
    },
  });
  const fields = isProblem(error) ? error.fields : new Map<string, string>();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    mutate();
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {!site && (
          <TextInput
            label={words.id}
            description={words.idHint}
            value={draft.id}
            onChange={({ currentTarget }) => set({ id: currentTarget.value })}
            error={fields.get('id')}
            maxLength={40}
            data-autofocus
          />
        )}
        <TextInput
          label={words.name}
          value={draft.name}
          onChange={({ currentTarget }) => set({ name: currentTarget.value })}
          error={fields.get('name')}
          maxLength={100}
        />
        <Select
          label={words.zone}
          data={zones}
          searchable
          value={draft.timeZone}
          onChange={(timeZone) => timeZone && set({ timeZone })}
          error={fields.get('timeZone')}
        />
        <TextInput
          type="time"
          label={words.rollover}
          description={words.rolloverHint}
          value={draft.dayRollover}
          onChange={({ currentTarget }) => set({ dayRollover: currentTarget.value })}
          error={fields.get('dayRollover')}
        />
        <Switch
          size="md"
          label={words.carryOver}
          checked={draft.carryOver}
          onChange={({ currentTarget }) => set({ carryOver: currentTarget.checked })}
        />
        <Textarea
          label={words.declaration}
          description={words.declarationHint}
          autosize
          minRows={2}
          value={draft.declaration}
          onChange={({ currentTarget }) => set({ declaration: currentTarget.value })}
          error={fields.get('declaration.text')}
          maxLength={2000}
        />
        <Textarea
          label={words.entrances}
          description={words.entrancesHint}
          autosize
          minRows={2}
          value={draft.entrances}
          onChange={({ currentTarget }) => set({ entrances: currentTarget.value })}
          error={fields.get('entrances')}
        />
        <WebhooksInput
          value={draft.slackWebhooks}
          onChange={(slackWebhooks) => set({ slackWebhooks })}
          fields={fields}
        />
        {error && <ProblemAlert error={error} />}
        <Button type="submit" loading={isPending}>
          {site ? app.save : words.add}
        </Button>
      </Stack>
    </form>
  );
}
