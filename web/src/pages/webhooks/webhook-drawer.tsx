import { Checkbox, NativeSelect, Stack, Switch, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { sitesQuery } from '../../api/sites.ts';
import { Action } from '../../parts/action.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Form, Unplaced } from '../../parts/form.tsx';
import { say } from '../../parts/notice.ts';
import { refusalOf } from '../../parts/refusal.ts';
import { useWords } from '../../words/words.ts';
import { nameOf } from './event-names.ts';
import { type Hook, type Settings, useSource } from './source.ts';

const inputs = ['url', 'events', 'siteId', 'description', 'active'];

type Props = Readonly<{ webhook: Hook | undefined; onMade?: (webhook: Hook) => void; onClose: () => void }>;

/** Where a program is called, and about what. */
export function WebhookDrawer({ webhook, onMade, onClose }: Props) {
  const { admin, app } = useWords();
  const { webhooks: words } = admin;
  const client = useQueryClient();
  const { data: sites = [] } = useQuery(sitesQuery);
  const source = useSource();
  const [form, setForm] = useState(webhook?.settings ?? source.fresh);
  const set = (change: Partial<Settings>): void => setForm((before) => ({ ...before, ...change }));
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => {
      const settings = { ...form, url: form.url.trim() };
      return webhook ? source.update(webhook.id, settings) : source.create(settings);
    },
    onSuccess: async (made) => {
      await client.invalidateQueries({ queryKey: [source.key] });
      say(app.saved);
      onClose();
      onMade?.(made);
    },
  });
  const refusal = refusalOf(error, inputs);
  return (
    <Dialog kind="drawer" title={webhook ? words.edit(webhook.settings.url) : words.add} onClose={onClose}>
      <Form refusal={refusal} onSubmit={mutate}>
        <TextInput
          data-autofocus
          type="url"
          label={words.url}
          description={words.urlHint}
          value={form.url}
          onChange={({ currentTarget }) => set({ url: currentTarget.value })}
          error={refusal.at('url')}
          maxLength={500}
        />
        <TextInput
          label={words.description}
          value={form.description}
          onChange={({ currentTarget }) => set({ description: currentTarget.value })}
          error={refusal.at('description')}
          maxLength={200}
        />
        <Checkbox.Group
          size="md"
          label={words.events}
          value={[...form.events]}
          onChange={(chosen) => set({ events: source.events.filter((one) => chosen.includes(one)) })}
          error={refusal.at('events')}
        >
          <Stack gap="xs" mt="xs">
            {source.events.map((one) => (
              <Checkbox key={one} value={one} label={nameOf(words.eventNames, one)} />
            ))}
          </Stack>
        </Checkbox.Group>
        {form.siteId !== undefined && (
          <NativeSelect
            label={words.site}
            data={[{ value: '', label: words.everySite }, ...sites.map(({ id, name }) => ({ value: id, label: name }))]}
            value={form.siteId}
            onChange={({ currentTarget }) => set({ siteId: currentTarget.value })}
            error={refusal.at('siteId')}
          />
        )}
        <Switch
          label={words.active}
          checked={form.active}
          onChange={({ currentTarget }) => set({ active: currentTarget.checked })}
        />
        <Unplaced refusal={refusal} />
        <Action type="submit" busy={isPending}>
          {webhook ? app.save : words.add}
        </Action>
      </Form>
    </Dialog>
  );
}
