import { Button, Text } from '@mantine/core';
import { IconDoorEnter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/api.ts';
import { sitesQuery } from '../../api/sites.ts';
import type { Visit } from '@guildhall/client';
import { Loading } from '../../parts/loading.tsx';
import { Own } from '../../parts/own.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { Section } from '../../parts/section.tsx';
import { Tag } from '../../parts/tag.tsx';
import { useTimes } from '../../words/times.ts';
import { useWords } from '../../words/words.ts';
import { CorrectVisit } from './correct-visit.tsx';

/** One's own visits of the last month, each to be put right. */
export function OwnVisits() {
  const { account } = useWords();
  const { data: sites } = useQuery(sitesQuery);
  const { data, error, refetch } = useQuery({
    queryKey: ['own-visits'],
    queryFn: async () => (await api.register.listMyVisits({})).visits,
  });
  return (
    <Section title={account.visits} hint={account.visitsHint}>
      {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading height={96} />}
      {data?.length === 0 && <Text>{account.visitsNone}</Text>}
      {data && data.length > 0 && (
        <ul className="plain-list long-list">
          {data.map((visit) => (
            <li key={visit.id}>
              <OneVisit visit={visit} site={sites?.find(({ id }) => id === visit.siteId)} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

type Props = Readonly<{ visit: Visit; site: { name: string; timeZone: string } | undefined }>;

function OneVisit({ visit, site }: Props) {
  const { account } = useWords();
  const times = useTimes(site?.timeZone);
  const [isOpen, setOpen] = useState(false);
  const day = times.day(visit.arrivedAt);
  const left = visit.leftAt ? times.time(visit.leftAt) : visit.open ? account.open : '–';
  return (
    <>
      <Own
        icon={IconDoorEnter}
        title={day}
        hint={
          <span className="figures">
            {site?.name ?? visit.siteId} · {times.time(visit.arrivedAt)} – {left}
            {times.foreignZone && ` · ${times.foreignZone}`}
          </span>
        }
        tags={
          <>
            {visit.closedReason === 'not_signed_out' && <Tag tone="bad">{account.notSignedOut}</Tag>}
            {visit.selfDeclared && <Tag tone="note">{account.selfDeclared}</Tag>}
          </>
        }
      >
        {!visit.open && (
          <Button variant="default" aria-label={account.correctNamed(day)} onClick={() => setOpen(true)}>
            {account.correct}
          </Button>
        )}
      </Own>
      {isOpen && <CorrectVisit visit={visit} timeZone={site?.timeZone ?? 'UTC'} onClose={() => setOpen(false)} />}
    </>
  );
}
