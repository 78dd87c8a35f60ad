import { Button, Stack } from '@mantine/core';
import { IconHash, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Channel } from '@guildhall/client';
import { useState } from 'react';
import { volunteers } from '../../api/volunteers.ts';
import { Empty } from '../../parts/empty.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { Tag, type Tone } from '../../parts/tag.tsx';
import { useTimes } from '../../words/times.ts';
import { channelsQuery } from '../volunteers/queries.ts';
import { Sections } from '../volunteers/sections.tsx';
import { useVolunteerWords, wordFor } from '../volunteers/words.ts';
import { ChannelDrawer } from './channel-drawer.tsx';
import { Editable } from './editable.tsx';
import { useRuleWords } from './words.ts';

/** What is managed in the systems: nothing else is ever touched. */
export function ChannelsPage() {
  const words = useRuleWords();
  const { channels: title } = useVolunteerWords();
  const [edited, edit] = useState<Channel | 'new'>();
  const { data, error, refetch } = useQuery(channelsQuery);
  const add = (
    <Button leftSection={<IconPlus size={20} aria-hidden />} onClick={() => edit('new')}>
      {words.addChannel}
    </Button>
  );
  return (
    <Page title={title} actions={add}>
      <Sections />
      <Stack gap="lg">
        {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Loading height={240} />}
        {data?.length === 0 && <Empty icon={IconHash} title={words.channelsNone} hint={words.channelsNoneHint} />}
        {data?.map((channel) => (
          <One key={channel.channelId} channel={channel} onEdit={() => edit(channel)} />
        ))}
      </Stack>
      {edited && <ChannelDrawer channel={edited === 'new' ? undefined : edited} onClose={() => edit(undefined)} />}
    </Page>
  );
}

const tones: Readonly<Record<string, Tone>> = { ok: 'good', not_found: 'bad', archived: 'bad', no_access: 'bad' };

function One({ channel, onEdit }: Readonly<{ channel: Channel; onEdit: () => void }>) {
  const words = useRuleWords();
  const { systems } = useVolunteerWords();
  const times = useTimes();
  const { channelId, name, system, externalId, isPrivate, state, checkedAt, volunteers: people } = channel;
  const hint = [
    wordFor(systems, system),
    externalId,
    isPrivate && words.isPrivate,
    words.people(people),
    checkedAt && words.checked(times.ago(checkedAt)),
  ];
  return (
    <Editable
      icon={IconHash}
      name={name}
      hint={hint.filter(Boolean).join(' · ')}
      tags={system !== 'checklist' && <Tag tone={tones[state] ?? 'plain'}>{wordFor(words.channelStates, state)}</Tag>}
      onEdit={onEdit}
      onDelete={() => volunteers.deleteChannel({ channelId })}
    />
  );
}
