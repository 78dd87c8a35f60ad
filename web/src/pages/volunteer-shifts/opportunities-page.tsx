import { Button, Stack, Text } from '@mantine/core';
import { IconCalendarHeart, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { Opportunity } from '@guildhall/client';
import { useState } from 'react';
import { useMay } from '../../api/session.ts';
import { volunteers } from '../../api/volunteers.ts';
import { ButtonLink } from '../../parts/button-link.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Own } from '../../parts/own.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { Tag } from '../../parts/tag.tsx';
import { placeText } from '../volunteers/place.ts';
import { Sections } from '../volunteers/sections.tsx';
import { useVolunteerWords } from '../volunteers/words.ts';
import { OnSiteNow } from './on-site-now.tsx';
import { OpportunityDrawer } from './opportunity-drawer.tsx';
import { Recognition } from './recognition.tsx';
import { useShiftWords } from './words.ts';

/** What there is to do, who is there now, and the hours that were given. */
export function OpportunitiesPage() {
  const words = useShiftWords();
  const { opportunities: title } = useVolunteerWords();
  const may = useMay();
  const [isAdding, setAdding] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['volunteers', 'opportunities'],
    queryFn: async () => (await volunteers.listOpportunities()).opportunities,
  });
  const add = may('volunteers.write') && (
    <Button leftSection={<IconPlus size={20} aria-hidden />} onClick={() => setAdding(true)}>
      {words.add}
    </Button>
  );
  return (
    <Page title={title} actions={add}>
      <Sections />
      <Stack gap="lg">
        <Text c="dimmed">{words.hint}</Text>
        {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Loading height={200} />}
        {data?.length === 0 && <Empty icon={IconCalendarHeart} title={words.none} hint={words.noneHint} />}
        {data?.map((one) => (
          <One key={one.opportunityId} opportunity={one} />
        ))}
        <OnSiteNow />
        <Recognition />
      </Stack>
      {isAdding && <OpportunityDrawer opportunity={undefined} onClose={() => setAdding(false)} />}
    </Page>
  );
}

function One({ opportunity }: Readonly<{ opportunity: Opportunity }>) {
  const words = useShiftWords();
  const { opportunityId, title, roleLabel, published } = opportunity;
  return (
    <Own
      icon={IconCalendarHeart}
      title={title}
      hint={[placeText(opportunity), roleLabel || words.everybody].filter(Boolean).join(' · ')}
      tags={<Tag tone={published ? 'good' : 'plain'}>{published ? words.shown : words.draft}</Tag>}
    >
      <ButtonLink
        to="/volunteers/opportunities/$opportunityId"
        params={{ opportunityId }}
        variant="default"
        aria-label={`${words.shifts}: ${title}`}
      >
        {words.shifts}
      </ButtonLink>
    </Own>
  );
}
