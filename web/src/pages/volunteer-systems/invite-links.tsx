import { Alert, Button, Group, Text } from '@mantine/core';
import { IconLink } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { InviteLink } from '@guildhall/client';
import { useState } from 'react';
import { volunteers } from '../../api/volunteers.ts';
import { Asked } from '../../parts/asked.tsx';
import { Loading } from '../../parts/loading.tsx';
import { say } from '../../parts/notice.ts';
import { Own } from '../../parts/own.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { Section } from '../../parts/section.tsx';
import { Tag } from '../../parts/tag.tsx';
import { useTimes } from '../../words/times.ts';
import { wordFor } from '../volunteers/words.ts';
import { AddLink } from './add-link.tsx';
import { Gauge } from './gauge.tsx';
import { useSystemWords } from './words.ts';

const queryKey = ['volunteers', 'links'];

/** The link that is sent now, how full it is, and those before. */
export function InviteLinks() {
  const words = useSystemWords();
  const [isAdding, setAdding] = useState(false);
  const { data, error, refetch } = useQuery({ queryKey, queryFn: () => volunteers.listInviteLinks() });
  const current = data?.links.find(({ status }) => status === 'active');
  const before = data?.links.filter((one) => one !== current) ?? [];
  return (
    <Section title={words.link} hint={words.linkHint}>
      {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading height={120} />}
      {data && !current && (
        <Alert color="red" title={words.linkNone}>
          {words.linkWaiting(data.waiting)}
        </Alert>
      )}
      {data && current && data.waiting > 0 && <Text>{words.linkWaiting(data.waiting)}</Text>}
      {current && <Current link={current} />}
      {data && (
        <Group>
          <Button leftSection={<IconLink size={20} aria-hidden />} onClick={() => setAdding(true)}>
            {words.linkAdd}
          </Button>
        </Group>
      )}
      {before.length > 0 && <Before links={before} />}
      {isAdding && <AddLink onClose={() => setAdding(false)} />}
    </Section>
  );
}

function Current({ link }: Readonly<{ link: InviteLink }>) {
  const words = useSystemWords();
  const times = useTimes();
  const client = useQueryClient();
  const { linkId, endsWith, cap, reserved, joined, expiresAt } = link;
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => volunteers.retireInviteLink({ linkId }),
    onSuccess: () => say(words.linkRetired),
    onSettled: () => client.invalidateQueries({ queryKey }),
  });
  return (
    <>
      <Own
        icon={IconLink}
        title={words.linkEnds(endsWith)}
        hint={expiresAt ? words.linkExpires(times.day(expiresAt), times.ahead(expiresAt)) : words.linkForever}
        tags={<Tag tone="good">{words.linkStates.active}</Tag>}
      >
        <Asked question={words.linkRetireAsk} action={words.linkRetire} busy={isPending} onConfirm={() => mutate()} />
      </Own>
      <Gauge value={reserved} most={cap} label={words.linkUsed(reserved, cap)} />
      <Text>
        {words.linkUsed(reserved, cap)} · {words.linkJoined(joined)}
      </Text>
      {error && <ProblemAlert error={error} />}
    </>
  );
}

function Before({ links }: Readonly<{ links: readonly InviteLink[] }>) {
  const words = useSystemWords();
  return (
    <details>
      <summary>{words.linksBefore}</summary>
      <ul className="plain-list">
        {links.map(({ linkId, endsWith, status, reserved, cap, joined }) => (
          <li key={linkId}>
            <Own
              title={words.linkEnds(endsWith)}
              hint={`${words.linkUsed(reserved, cap)} · ${words.linkJoined(joined)}`}
              tags={<Tag>{wordFor(words.linkStates, status)}</Tag>}
            />
          </li>
        ))}
      </ul>
    </details>
  );
}
