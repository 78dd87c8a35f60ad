import './guests.css';
import { Button, Title } from '@mantine/core';
import { IconFriends, IconMailForward } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { SiteSummary, Visitor } from '@guildhall/client';
import { useSite } from '../../api/sites.ts';
import { Empty } from '../../parts/empty.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { useTimes } from '../../words/times.ts';
import { GuestCard } from './guest-card.tsx';
import { InviteGuest } from './invite-guest.tsx';
import { guestsQuery, isOver } from './use-guests.ts';
import { useGuestsWords } from './words.ts';

/** Whom one expects oneself: invited, here, with one. */
export function GuestsPage() {
  const words = useGuestsWords();
  const { sites = [], site } = useSite();
  const { data, error, refetch } = useQuery(guestsQuery);
  const [isInviting, setInviting] = useState(false);
  const invite = site && (
    <Button leftSection={<IconMailForward size={20} aria-hidden />} onClick={() => setInviting(true)}>
      {words.invite}
    </Button>
  );
  return (
    <Page title={words.title} size="sm" actions={invite}>
      {error && !data && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading height={240} />}
      {data?.length === 0 && <Empty icon={IconFriends} title={words.empty} hint={words.emptyHint} />}
      {data && <Days guests={data} sites={sites} />}
      {isInviting && site && <InviteGuest sites={sites} site={site} onClose={() => setInviting(false)} />}
    </Page>
  );
}

type DaysProps = Readonly<{ guests: readonly Visitor[]; sites: readonly SiteSummary[] }>;

/** Those to come day by day, those who have gone at the end. */
function Days({ guests, sites }: DaysProps) {
  const words = useGuestsWords();
  const dayName = useDayName(sites);
  // Who is here waits.
  const ordered = guests.toSorted((a, b) => Number(b.status === 'inside') - Number(a.status === 'inside'));
  const days = [...Map.groupBy(ordered, (guest) => (isOver(guest) ? words.earlier : dayName(guest)))];
  const [over, ahead] = [
    days.filter(([name]) => name === words.earlier),
    days.filter(([name]) => name !== words.earlier),
  ];
  return (
    <div className="guest-days">
      {[...ahead, ...over].map(([name, those]) => (
        <section key={name} aria-label={name}>
          <Title order={2} size="h4">
            {name}
          </Title>
          <ul className="plain-list">
            {those.map((guest) => (
              <GuestCard
                key={guest.id}
                guest={guest}
                site={sites.find(({ id }) => id === guest.siteId)}
                isNamed={sites.length > 1}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** "Today", as it is at the site. */
function useDayName(sites: readonly SiteSummary[]) {
  const words = useGuestsWords();
  const times = useTimes('UTC');
  return ({ expectedOn, siteId }: Visitor): string => {
    const today = sites.find(({ id }) => id === siteId)?.today;
    const noon = new Date(`${expectedOn}T12:00:00Z`);
    const ahead = today ? Math.round((noon.getTime() - Date.parse(`${today}T12:00:00Z`)) / 86_400_000) : undefined;
    if (ahead === 0) return words.today;
    return ahead === 1 ? words.tomorrow : times.day(noon);
  };
}
