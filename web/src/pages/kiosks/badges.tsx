import { Button, Group, Text } from '@mantine/core';
import { IconId, IconPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/api.ts';
import type { Badge } from '@guildhall/client';
import { useMay } from '../../api/session.ts';
import { Asked } from '../../parts/asked.tsx';
import { Loading } from '../../parts/loading.tsx';
import { say } from '../../parts/notice.ts';
import { Own } from '../../parts/own.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { Section } from '../../parts/section.tsx';
import { useTimes } from '../../words/times.ts';
import { useWords } from '../../words/words.ts';
import { BadgeDialog } from './badge-dialog.tsx';

const queryKey = ['badges'];

/** Whose badges the readers at the doors know. */
export function Badges() {
  const { admin } = useWords();
  const { kiosks: words } = admin;
  const may = useMay();
  const [isAdding, setAdding] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey,
    queryFn: async () => (await api.register.listBadges({})).badges,
  });
  return (
    <Section title={words.badges} hint={words.badgesHint}>
      {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading height={96} />}
      {data?.length === 0 && <Text c="dimmed">{words.badgesNone}</Text>}
      <ul className="plain-list">
        {data?.map((badge) => (
          <li key={badge.id}>
            <OneBadge badge={badge} />
          </li>
        ))}
      </ul>
      {may('people.read') && (
        <Group>
          <Button variant="default" leftSection={<IconPlus size={20} aria-hidden />} onClick={() => setAdding(true)}>
            {words.badgeAdd}
          </Button>
        </Group>
      )}
      {isAdding && <BadgeDialog onClose={() => setAdding(false)} />}
    </Section>
  );
}

function OneBadge({ badge }: Readonly<{ badge: Badge }>) {
  const { admin } = useWords();
  const { kiosks: words } = admin;
  const times = useTimes();
  const client = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => api.register.removeBadge({ id: badge.id }),
    onSuccess: () => say(words.badgeRemoved),
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
  const name = badge.displayName;
  return (
    <>
      <Own
        icon={IconId}
        title={name}
        hint={[badge.label, words.badgeSince(times.day(badge.assignedAt))].filter(Boolean).join(' · ')}
      >
        <Asked
          question={words.badgeRemoveAsk(name)}
          action={words.badgeRemove}
          label={words.badgeRemoveNamed(name)}
          busy={isPending}
          onConfirm={mutate}
        />
      </Own>
      {error && <ProblemAlert error={error} />}
    </>
  );
}
