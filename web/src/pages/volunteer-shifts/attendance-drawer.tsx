import { Switch, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Shift, ShiftPlace } from '@guildhall/client';
import { useState } from 'react';
import { volunteers } from '../../api/volunteers.ts';
import { Action } from '../../parts/action.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Form, Unplaced } from '../../parts/form.tsx';
import { say } from '../../parts/notice.ts';
import { refusalOf } from '../../parts/refusal.ts';
import { toLocal } from '../../words/local-time.ts';
import { useWords } from '../../words/words.ts';
import { useShiftWords } from './words.ts';

type Props = Readonly<{ shift: Shift; place: ShiftPlace; onClose: () => void }>;

const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** From when to when somebody was there, or that they were not. */
export function AttendanceDrawer({ shift, place, onClose }: Props) {
  const words = useShiftWords();
  const { app } = useWords();
  const client = useQueryClient();
  const { volunteerId, name, attendance, arrivedAt, leftAt } = place;
  const [absent, setAbsent] = useState(attendance === 'absent');
  const [form, setForm] = useState({
    arrivedAt: toLocal(arrivedAt ?? shift.startsAt, zone),
    leftAt: toLocal(leftAt ?? shift.endsAt, zone),
    reason: '',
  });
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => {
      const times = {
        arrivedAt: new Date(form.arrivedAt).toISOString(),
        leftAt: new Date(form.leftAt).toISOString(),
      };
      const { reason } = form;
      return volunteers.recordAttendance({
        shiftId: shift.shiftId,
        volunteerId,
        absent,
        reason,
        ...(absent ? {} : times),
      });
    },
    onSuccess: async () => {
      say(app.saved);
      await client.invalidateQueries({ queryKey: ['volunteers'] });
      onClose();
    },
  });
  const refusal = refusalOf(error, ['arrivedAt', 'leftAt', 'reason']);
  return (
    <Dialog kind="drawer" title={words.recordOf(name)} onClose={onClose}>
      <Form refusal={refusal} onSubmit={() => isPending || mutate()}>
        <Switch
          label={words.absent}
          checked={absent}
          onChange={({ currentTarget }) => setAbsent(currentTarget.checked)}
        />
        {!absent &&
          (['arrivedAt', 'leftAt'] as const).map((at) => (
            <TextInput
              key={at}
              type="datetime-local"
              label={at === 'arrivedAt' ? words.arrived : words.left}
              value={form[at]}
              onChange={({ currentTarget: { value } }) => setForm((before) => ({ ...before, [at]: value }))}
              error={refusal.at(at)}
            />
          ))}
        <TextInput
          label={words.reason}
          description={words.reasonHint}
          value={form.reason}
          maxLength={200}
          onChange={({ currentTarget: { value } }) => setForm((before) => ({ ...before, reason: value }))}
          error={refusal.at('reason')}
        />
        <Unplaced refusal={refusal} />
        <Action type="submit" busy={isPending}>
          {app.save}
        </Action>
      </Form>
    </Dialog>
  );
}
