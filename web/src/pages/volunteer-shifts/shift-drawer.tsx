import { TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Shift } from '@guildhall/client';
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

type Props = Readonly<{ opportunityId: string; shift: Shift | undefined; onClose: () => void }>;

const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
const localOf = (at: string | undefined): string => (at ? toLocal(at, zone) : '');
const momentOf = (local: string): string => (local ? new Date(local).toISOString() : '');

/** When a shift is, and for how many; times are those of the reader's clock. */
export function ShiftDrawer({ opportunityId, shift, onClose }: Props) {
  const words = useShiftWords();
  const { app } = useWords();
  const client = useQueryClient();
  const [form, setForm] = useState({
    startsAt: localOf(shift?.startsAt),
    endsAt: localOf(shift?.endsAt),
    capacity: String(shift?.capacity ?? 5),
  });
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => {
      const [startsAt, endsAt] = [momentOf(form.startsAt), momentOf(form.endsAt)];
      const input = { startsAt, endsAt, capacity: Number(form.capacity) };
      return shift
        ? volunteers.updateShift({ shiftId: shift.shiftId, shift: input })
        : volunteers.createShift({ opportunityId, shift: input });
    },
    onSuccess: async () => {
      say(app.saved);
      await client.invalidateQueries({ queryKey: ['volunteers'] });
      onClose();
    },
  });
  const refusal = refusalOf(error, ['startsAt', 'endsAt', 'capacity']);
  const looks = {
    startsAt: { type: 'datetime-local', label: words.starts },
    endsAt: { type: 'datetime-local', label: words.ends },
    capacity: { type: 'number', label: words.capacity, min: 1, max: 150 },
  } as const;
  return (
    <Dialog kind="drawer" title={shift ? words.editShift : words.addShift} onClose={onClose}>
      <Form refusal={refusal} onSubmit={() => isPending || mutate()}>
        {(['startsAt', 'endsAt', 'capacity'] as const).map((name) => (
          <TextInput
            key={name}
            {...looks[name]}
            value={form[name]}
            onChange={({ currentTarget: { value } }) => setForm((before) => ({ ...before, [name]: value }))}
            error={refusal.at(name)}
          />
        ))}
        <Unplaced refusal={refusal} />
        <Action type="submit" busy={isPending}>
          {app.save}
        </Action>
      </Form>
    </Dialog>
  );
}
