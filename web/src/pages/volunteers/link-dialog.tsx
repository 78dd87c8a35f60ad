import { TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { Volunteer } from '@guildhall/client';
import { useState } from 'react';
import { volunteers } from '../../api/volunteers.ts';
import { Action } from '../../parts/action.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Form, Unplaced } from '../../parts/form.tsx';
import { say } from '../../parts/notice.ts';
import { refusalOf } from '../../parts/refusal.ts';
import { useChanged } from './use-changed.ts';
import { useVolunteerWords } from './words.ts';

/** Which account is somebody's who joined under another address. */
export function LinkDialog({ volunteer, onClose }: Readonly<{ volunteer: Volunteer; onClose: () => void }>) {
  const words = useVolunteerWords();
  const changed = useChanged();
  const [slackUserId, setId] = useState('');
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      volunteers.linkSlack({ volunteerId: volunteer.volunteerId, slackUserId: slackUserId.trim().toUpperCase() }),
    onSuccess: async (next) => {
      say(words.linked);
      await changed(next);
      onClose();
    },
  });
  const refusal = refusalOf(error, ['slackUserId']);
  return (
    <Dialog kind="question" title={words.link} onClose={onClose}>
      <Form refusal={refusal} onSubmit={() => isPending || mutate()}>
        <TextInput
          label={words.linkId}
          description={words.linkHint}
          value={slackUserId}
          maxLength={22}
          autoComplete="off"
          onChange={({ currentTarget }) => setId(currentTarget.value)}
          error={refusal.at('slackUserId')}
          data-autofocus
        />
        <Unplaced refusal={refusal} />
        <Action type="submit" busy={isPending}>
          {words.link}
        </Action>
      </Form>
    </Dialog>
  );
}
