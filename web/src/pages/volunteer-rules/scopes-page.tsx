import { Button, Stack, Text } from '@mantine/core';
import { IconMapPin, IconPencil, IconPlus, IconUserShield } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Manager } from '@guildhall/client';
import { useState } from 'react';
import { volunteers } from '../../api/volunteers.ts';
import { Asked } from '../../parts/asked.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Loading } from '../../parts/loading.tsx';
import { say } from '../../parts/notice.ts';
import { Own } from '../../parts/own.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { placeText } from '../volunteers/place.ts';
import { Sections } from '../volunteers/sections.tsx';
import { useVolunteerWords } from '../volunteers/words.ts';
import { ScopeDrawer } from './scope-drawer.tsx';
import { useRuleWords } from './words.ts';

/** Who manages volunteers of some places only. */
export function ScopesPage() {
  const words = useRuleWords();
  const { scopes: title } = useVolunteerWords();
  const [edited, edit] = useState<Manager | 'new'>();
  const { data, error, refetch } = useQuery({
    queryKey: ['volunteers', 'scopes'],
    queryFn: async () => (await volunteers.listManagers()).managers,
  });
  const add = (
    <Button leftSection={<IconPlus size={20} aria-hidden />} onClick={() => edit('new')}>
      {words.addManager}
    </Button>
  );
  return (
    <Page title={title} actions={add}>
      <Sections />
      <Stack gap="lg">
        <Text c="dimmed">{words.scopesHint}</Text>
        {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Loading height={200} />}
        {data?.length === 0 && <Empty icon={IconMapPin} title={words.scopesNone} hint={words.scopesNoneHint} />}
        {data?.map((one) => (
          <One key={one.personId} manager={one} onEdit={() => edit(one)} />
        ))}
      </Stack>
      {edited && <ScopeDrawer manager={edited === 'new' ? undefined : edited} onClose={() => edit(undefined)} />}
    </Page>
  );
}

function One({ manager, onEdit }: Readonly<{ manager: Manager; onEdit: () => void }>) {
  const words = useRuleWords();
  const client = useQueryClient();
  const { personId, scopes } = manager;
  const name = manager.name || personId;
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => volunteers.deleteManager({ personId }),
    onSuccess: () => say(words.freed(name)),
    onSettled: () => client.invalidateQueries({ queryKey: ['volunteers', 'scopes'] }),
  });
  const reaches = scopes.map((scope) => placeText(scope) || words.everywhere).join(', ');
  return (
    <>
      <Own icon={IconUserShield} title={name} hint={reaches || words.reachesNothing}>
        <Button variant="default" px="sm" miw={44} aria-label={words.editOf(name)} onClick={onEdit}>
          <IconPencil size={20} aria-hidden />
        </Button>
        <Asked
          question={words.freeAsk(name)}
          action={words.free}
          label={words.freeOf(name)}
          busy={isPending}
          onConfirm={() => mutate()}
        />
      </Own>
      {error && <ProblemAlert error={error} />}
    </>
  );
}
