import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Switch, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { api } from '../../../api/api.ts';
import type { ScheduledExport, SiteSummary } from '@guildhall/client';
import { Action } from '../../../parts/action.tsx';
import { Dialog } from '../../../parts/dialog.tsx';
import { Form, Unplaced } from '../../../parts/form.tsx';
import { say } from '../../../parts/notice.ts';
import { PeoplePicker } from '../../../parts/people-picker.tsx';
import { refusalOf } from '../../../parts/refusal.ts';
import { useWords } from '../../../words/words.ts';
import { draftOf, type Draft, toSettings } from './draft.ts';
import { WhatInputs, WhenInputs } from './schedule-inputs.tsx';

const inputs = ['name', 'kind', 'format', 'period', 'time', 'weekdays', 'dayOfMonth', 'personIds', 'emails'];

type Props = Readonly<{ site: SiteSummary; scheduled: ScheduledExport | undefined; onClose: () => void }>;

/** What is sent, when, and to whom. */
export function ExportDrawer({ site, scheduled, onClose }: Props) {
  const { reports: words, app } = useWords();
  const client = useQueryClient();
  const [draft, setDraft] = useState(() => draftOf(scheduled?.settings));
  const set = (change: Partial<Draft>): void => setDraft((before) => ({ ...before, ...change }));
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => {
      const asked = { siteId: site.id, export: toSettings(draft) };
      return scheduled
        ? api.register.updateExport({ ...asked, exportId: scheduled.id })
        : api.register.createExport(asked);
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['exports', site.id] });
      say(app.saved);
      onClose();
    },
  });
  const refusal = refusalOf(error, inputs);
  const title = scheduled ? words.exportEdit(scheduled.settings.name) : words.exportAdd;
  return (
    <Dialog kind="drawer" title={title} onClose={onClose}>
      <Form refusal={refusal} onSubmit={mutate}>
        <TextInput
          data-autofocus
          label={words.exportName}
          value={draft.name}
          onChange={({ currentTarget }) => set({ name: currentTarget.value })}
          error={refusal.at('name')}
          maxLength={100}
        />
        <WhatInputs draft={draft} refusal={refusal} onChange={set} />
        <WhenInputs draft={draft} refusal={refusal} onChange={set} />
        <PeoplePicker
          label={words.recipients}
          value={draft.personIds}
          onChange={(personIds) => set({ personIds })}
          error={refusal.at('personIds')}
        />
        <Textarea
          label={words.emails}
          description={words.emailsHint}
          rows={3}
          value={draft.emails}
          onChange={({ currentTarget }) => set({ emails: currentTarget.value })}
          error={refusal.at('emails')}
        />
        <Switch
          label={words.pause}
          checked={draft.paused}
          onChange={({ currentTarget }) => set({ paused: currentTarget.checked })}
        />
        <Unplaced refusal={refusal} />
        <Action type="submit" busy={isPending}>
          {app.save}
        </Action>
      </Form>
    </Dialog>
  );
}
