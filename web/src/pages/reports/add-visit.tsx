import { Button, Text, Textarea } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/api.ts';
import type { SiteSummary } from '@guildhall/client';
import { Action } from '../../parts/action.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Form, Unplaced } from '../../parts/form.tsx';
import { say } from '../../parts/notice.ts';
import { PeoplePicker } from '../../parts/people-picker.tsx';
import { refusalOf } from '../../parts/refusal.ts';
import { VisitTimesInput } from '../../parts/visit-times-input.tsx';
import { fromLocal } from '../../words/local-time.ts';
import { useWords } from '../../words/words.ts';

type Props = Readonly<{ site: SiteSummary; date: string }>;

/** The visit of somebody who came and did not sign in. */
export function AddVisit(props: Props) {
  const { reports: words } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" leftSection={<IconPlus size={20} aria-hidden />} onClick={() => setOpen(true)}>
        {words.addVisit}
      </Button>
      {isOpen && <AddVisitDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

const inputs = ['personId', 'arrivedAt', 'leftAt', 'reason'];

function AddVisitDialog({ site, date, onClose }: Props & Readonly<{ onClose: () => void }>) {
  const { reports: words, account } = useWords();
  const client = useQueryClient();
  const [form, setForm] = useState({ people: [] as readonly string[], arrived: `${date}T09:00`, left: '', reason: '' });
  const set = (change: Partial<typeof form>): void => setForm((now) => ({ ...now, ...change }));
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      api.register.addVisit({
        siteId: site.id,
        personId: form.people[0] ?? '',
        arrivedAt: fromLocal(form.arrived, site.timeZone) ?? '',
        leftAt: fromLocal(form.left, site.timeZone),
        reason: form.reason,
      }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['report'] });
      say(words.added);
      onClose();
    },
  });
  const refusal = refusalOf(error, inputs);
  return (
    <Dialog kind="drawer" title={words.addVisit} onClose={onClose}>
      <Form refusal={refusal} onSubmit={mutate}>
        <Text c="dimmed" size="sm">
          {words.addVisitHint} {account.inZoneOf(site.timeZone)}.
        </Text>
        <PeoplePicker
          label={words.who}
          value={form.people}
          most={1}
          onChange={(people) => set({ people })}
          error={refusal.at('personId')}
        />
        <VisitTimesInput value={form} refusal={refusal} onChange={set} />
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
          {words.addVisit}
        </Action>
      </Form>
    </Dialog>
  );
}
