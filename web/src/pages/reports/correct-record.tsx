import { Checkbox, Text, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/api.ts';
import type { ReportPerson, ReportRecord, SiteSummary } from '@guildhall/client';
import { Action } from '../../parts/action.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Form, Unplaced } from '../../parts/form.tsx';
import { say } from '../../parts/notice.ts';
import { refusalOf } from '../../parts/refusal.ts';
import { VisitTimesInput } from '../../parts/visit-times-input.tsx';
import { fromLocal, toLocal } from '../../words/local-time.ts';
import { useWords } from '../../words/words.ts';

type Props = Readonly<{ record: ReportRecord; person: ReportPerson; site: SiteSummary; onClose: () => void }>;

/** Puts the times of somebody's visit right, with the reason. */
export function CorrectRecord({ record, person, site, onClose }: Props) {
  const { reports: words, account, app } = useWords();
  const client = useQueryClient();
  const zone = site.timeZone;
  const before = {
    arrived: toLocal(record.signedInAt, zone),
    left: record.signedOutAt ? toLocal(record.signedOutAt, zone) : '',
  };
  const [form, setForm] = useState({ ...before, reason: '', close: false });
  const set = (change: Partial<typeof form>): void => setForm((now) => ({ ...now, ...change }));
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => {
      const arrivedAt = form.arrived === before.arrived ? undefined : fromLocal(form.arrived, zone);
      const leftAt = form.left === before.left ? undefined : fromLocal(form.left, zone);
      const close = form.close ? { close: true } : {};
      return api.register.correctVisit({ visitId: record.visitId, arrivedAt, leftAt, ...close, reason: form.reason });
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['report'] });
      say(account.corrected);
      onClose();
    },
  });
  const refusal = refusalOf(error, ['arrivedAt', 'leftAt', 'reason', 'close']);
  return (
    <Dialog kind="question" title={words.correctNamed(person.displayName)} onClose={onClose}>
      <Form refusal={refusal} onSubmit={mutate}>
        <Text c="dimmed" size="sm">
          {account.inZoneOf(zone)}
        </Text>
        <VisitTimesInput value={form} refusal={refusal} onChange={set} />
        {person.status === 'signed-in' && !record.signedOutAt && (
          <Checkbox
            label={words.close}
            checked={form.close}
            onChange={({ currentTarget }) => set({ close: currentTarget.checked })}
            error={refusal.at('close')}
          />
        )}
        <Textarea
          label={words.reason}
          description={words.reasonHint}
          rows={2}
          value={form.reason}
          onChange={({ currentTarget }) => set({ reason: currentTarget.value })}
          error={refusal.at('reason')}
          maxLength={500}
        />
        <Unplaced refusal={refusal} />
        <Action type="submit" busy={isPending}>
          {app.save}
        </Action>
      </Form>
    </Dialog>
  );
}
