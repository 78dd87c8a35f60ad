import { Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/api.ts';
import type { Visit } from '@guildhall/client';
import { Action } from '../../parts/action.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Form, Unplaced } from '../../parts/form.tsx';
import { say } from '../../parts/notice.ts';
import { refusalOf } from '../../parts/refusal.ts';
import { VisitTimesInput } from '../../parts/visit-times-input.tsx';
import { fromLocal, toLocal } from '../../words/local-time.ts';
import { useWords } from '../../words/words.ts';

type Props = Readonly<{ visit: Visit; timeZone: string; onClose: () => void }>;

/** When one came and left, by one's own word. Only what was changed is sent. */
export function CorrectVisit({ visit, timeZone, onClose }: Props) {
  const { account, app } = useWords();
  const client = useQueryClient();
  const before = {
    arrived: toLocal(visit.arrivedAt, timeZone),
    left: visit.leftAt ? toLocal(visit.leftAt, timeZone) : '',
  };
  const [form, setForm] = useState(before);
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => {
      const arrivedAt = form.arrived === before.arrived ? undefined : fromLocal(form.arrived, timeZone);
      const leftAt = form.left === before.left ? undefined : fromLocal(form.left, timeZone);
      return api.register.correctMyVisit({ visitId: visit.id, arrivedAt, leftAt });
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['own-visits'] });
      say(account.corrected);
      onClose();
    },
  });
  const refusal = refusalOf(error, ['arrivedAt', 'leftAt']);
  return (
    <Dialog kind="question" title={account.correct} onClose={onClose}>
      <Form refusal={refusal} onSubmit={mutate}>
        <Text c="dimmed" size="sm">
          {account.inZoneOf(timeZone)}
        </Text>
        <VisitTimesInput value={form} refusal={refusal} onChange={(change) => setForm({ ...form, ...change })} />
        <Unplaced refusal={refusal} />
        <Action type="submit" busy={isPending}>
          {app.save}
        </Action>
      </Form>
    </Dialog>
  );
}
