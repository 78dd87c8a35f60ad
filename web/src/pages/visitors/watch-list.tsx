import { Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/api.ts';
import { Action } from '../../parts/action.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Form, Unplaced } from '../../parts/form.tsx';
import { Loading } from '../../parts/loading.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { refusalOf } from '../../parts/refusal.ts';
import { KeptList } from './kept-list.tsx';
import { useVisitorsWords } from './words.ts';

type Props = Readonly<{ siteId: string; onClose: () => void }>;

const queryKey = (siteId: string) => ['watch-list', siteId];

/** Whom the desk wants to hear of. */
export function WatchList({ siteId, onClose }: Props) {
  const words = useVisitorsWords();
  const client = useQueryClient();
  const { data, error, refetch } = useQuery({
    queryKey: queryKey(siteId),
    queryFn: async () => (await api.register.listWatchEntries({ siteId })).entries,
  });
  const remove = useMutation({
    mutationFn: (entryId: string) => api.register.removeWatchEntry({ siteId, entryId }),
    onSettled: () => client.invalidateQueries({ queryKey: queryKey(siteId) }),
  });
  const items = data?.map(({ id, name, company, note }) => {
    const title = [name, company].filter(Boolean).join(', ');
    return { id, title, hint: note, removeLabel: words.watchRemove(title) };
  });
  const trouble = error ?? remove.error;
  return (
    <Dialog kind="drawer" title={words.watch} onClose={onClose}>
      <Stack>
        <Text c="dimmed">{words.watchHint}</Text>
        {trouble && <ProblemAlert error={trouble} onRetry={() => void refetch()} />}
        {!data && !error && <Loading height={120} />}
        {items?.length === 0 && <Text>{words.watchNone}</Text>}
        {items && items.length > 0 && <KeptList items={items} onRemove={(id) => remove.mutate(id)} />}
        <AddEntry siteId={siteId} />
      </Stack>
    </Dialog>
  );
}

function AddEntry({ siteId }: Readonly<{ siteId: string }>) {
  const words = useVisitorsWords();
  const client = useQueryClient();
  const empty = { name: '', company: '', note: '' };
  const [draft, setDraft] = useState(empty);
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => api.register.addWatchEntry({ siteId, entry: draft }),
    onSuccess: async () => {
      setDraft(empty);
      await client.invalidateQueries({ queryKey: queryKey(siteId) });
    },
  });
  const refusal = refusalOf(error, ['name', 'company', 'note']);
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
      <TextInput label={words.watchNote} maxLength={200} {...input('note')} />
      <Unplaced refusal={refusal} />
      <Action type="submit" busy={isPending}>
        {words.watchAdd}
      </Action>
    </Form>
  );
}
