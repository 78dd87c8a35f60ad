import { Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { Volunteer } from '@guildhall/client';
import { useState } from 'react';
import { volunteers } from '../../api/volunteers.ts';
import { Action } from '../../parts/action.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Form, Unplaced } from '../../parts/form.tsx';
import { say } from '../../parts/notice.ts';
import { refusalOf } from '../../parts/refusal.ts';
import { nameOf } from './place.ts';
import { useChanged } from './use-changed.ts';
import { useVolunteerWords } from './words.ts';

type Props = Readonly<{ volunteer: Volunteer; onClose: () => void }>;

/** On which day somebody leaves, and why. */
export function LeaveDialog({ volunteer, onClose }: Props) {
  const words = useVolunteerWords();
  const changed = useChanged();
  const [form, setForm] = useState({ date: '', reason: '' });
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => volunteers.leave({ volunteerId: volunteer.volunteerId, ...form }),
    onSuccess: async (next) => {
      say(words.left);
      await changed(next);
      onClose();
    },
  });
  const refusal = refusalOf(error, ['date', 'reason']);
  return (
    <Dialog kind="question" title={words.leaveOf(nameOf(volunteer))} onClose={onClose}>
      <Form refusal={refusal} onSubmit={() => isPending || mutate()}>
        <Text>{words.leaveHint}</Text>
        <TextInput
          type="date"
          label={words.leaveDay}
          description={words.leaveNow}
          value={form.date}
          onChange={({ currentTarget: { value } }) => setForm((before) => ({ ...before, date: value }))}
          error={refusal.at('date')}
        />
        <TextInput
          label={words.reason}
          value={form.reason}
          maxLength={500}
          onChange={({ currentTarget: { value } }) => setForm((before) => ({ ...before, reason: value }))}
          error={refusal.at('reason')}
        />
        <Unplaced refusal={refusal} />
        <Action type="submit" color="red.9" busy={isPending}>
          {words.leaveDo}
        </Action>
      </Form>
    </Dialog>
  );
}
