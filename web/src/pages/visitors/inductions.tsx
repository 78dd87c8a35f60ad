import { Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SiteSummary } from '@guildhall/client';
import { api } from '../../api/api.ts';
import { Action } from '../../parts/action.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Form, Unplaced } from '../../parts/form.tsx';
import { Loading } from '../../parts/loading.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { refusalOf } from '../../parts/refusal.ts';
import { Tag } from '../../parts/tag.tsx';
import { useTimes } from '../../words/times.ts';
import { KeptList } from './kept-list.tsx';
import { useVisitorsWords } from './words.ts';

type Props = Readonly<{ site: SiteSummary; onClose: () => void }>;

const queryKey = (siteId: string) => ['inductions', siteId];

/** Until when contractors are inducted. */
export function Inductions({ site, onClose }: Props) {
  const words = useVisitorsWords();
  const times = useTimes('UTC');
  const client = useQueryClient();
  const { data, error, refetch } = useQuery({
    queryKey: queryKey(site.id),
    queryFn: async () => (await api.register.listInductions({ siteId: site.id })).inductions,
  });
  const remove = useMutation({
    mutationFn: (inductionId: string) => api.register.removeInduction({ siteId: site.id, inductionId }),
    onSettled: () => client.invalidateQueries({ queryKey: queryKey(site.id) }),
  });
  const items = data?.map(({ id, name, company, expiresOn }) => ({
    id,
    title: [name, company].filter(Boolean).join(', '),
    hint: (
      <>
        {words.inductedUntil(times.day(expiresOn))}{' '}
        {expiresOn < site.today && <Tag tone="bad">{words.inductionOver}</Tag>}
      </>
    ),
    removeLabel: words.inductionRemove(name),
  }));
  const trouble = error ?? remove.error;
  return (
    <Dialog kind="drawer" title={words.inductions} onClose={onClose}>
      <Stack>
        <Text c="dimmed">{words.inductionsHint}</Text>
        {trouble && <ProblemAlert error={trouble} onRetry={() => void refetch()} />}
        {!data && !error && <Loading height={120} />}
        {items?.length === 0 && <Text>{words.inductionsNone}</Text>}
        {items && items.length > 0 && <KeptList items={items} onRemove={(id) => remove.mutate(id)} />}
        <AddInduction siteId={site.id} today={site.today} />
      </Stack>
    </Dialog>
  );
}

function AddInduction({ siteId, today }: Readonly<{ siteId: string; today: string }>) {
  const words = useVisitorsWords();
  const client = useQueryClient();
  const empty = { name: '', company: '', expiresOn: '' };
  const [draft, setDraft] = useState(empty);
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => api.register.recordInduction({ siteId, induction: draft }),
    onSuccess: async () => {
      setDraft(empty);
      await client.invalidateQueries({ queryKey: queryKey(siteId) });
    },
  });
  const refusal = refusalOf(error, ['name', 'company', 'expiresOn']);
  const input = (name: keyof typeof draft) => ({
    value: draft[name],
    error: refusal.at(name),
    onChange: ({ currentTarget: { value } }: Readonly<{ currentTarget: Readonly<{ value: string }> }>) =>
      setDraft((before) => ({ ...before, [name]: value })),
  });
  return (
    <Form refusal={refusal} onSubmit={mutate}>
      <TextInput label={words.name} maxLength={100} {...input('name')} />
      <TextInput label={words.company} maxLength={100} {...input('company')} />
      <TextInput label={words.inductionUntil} type="date" min={today} {...input('expiresOn')} />
      <Unplaced refusal={refusal} />
      <Action type="submit" busy={isPending}>
        {words.inductionAdd}
      </Action>
    </Form>
  );
}
