import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/api.ts';
import { Action } from '../../parts/action.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Form, Unplaced } from '../../parts/form.tsx';
import { say } from '../../parts/notice.ts';
import { PeoplePicker } from '../../parts/people-picker.tsx';
import { refusalOf } from '../../parts/refusal.ts';
import { useWords } from '../../words/words.ts';

/** Gives a badge to somebody. What the reader reads is sent, and never comes back. */
export function BadgeDialog({ onClose }: Readonly<{ onClose: () => void }>) {
  const { admin } = useWords();
  const { kiosks: words } = admin;
  const client = useQueryClient();
  const [form, setForm] = useState({ people: [] as readonly string[], badgeId: '', label: '' });
  const set = (change: Partial<typeof form>): void => setForm((before) => ({ ...before, ...change }));
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => {
      const [personId = ''] = form.people;
      return api.register.assignBadge({ personId, badgeId: form.badgeId.trim(), label: form.label.trim() });
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['badges'] });
      say(words.badgeAdded);
      onClose();
    },
  });
  const refusal = refusalOf(error, ['personId', 'badgeId', 'label']);
  return (
    <Dialog kind="drawer" title={words.badgeAdd} onClose={onClose}>
      <Form refusal={refusal} onSubmit={mutate}>
        <PeoplePicker
          label={words.badgeOwner}
          value={form.people}
          most={1}
          onChange={(people) => set({ people })}
          error={refusal.at('personId')}
        />
        <TextInput
          label={words.badgeId}
          description={words.badgeIdHint}
          value={form.badgeId}
          onChange={({ currentTarget }) => set({ badgeId: currentTarget.value })}
          error={refusal.at('badgeId')}
          autoComplete="off"
          maxLength={200}
        />
        <TextInput
          label={words.badgeLabel}
          value={form.label}
          onChange={({ currentTarget }) => set({ label: currentTarget.value })}
          error={refusal.at('label')}
          maxLength={100}
        />
        <Unplaced refusal={refusal} />
        <Action type="submit" busy={isPending}>
          {words.badgeAdd}
        </Action>
      </Form>
    </Dialog>
  );
}
