import './retention.css';
import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { sitesQuery } from '../../api/sites.ts';
import { useMay } from '../../api/session.ts';
import { Page } from '../../parts/page.tsx';
import { useWords } from '../../words/words.ts';
import { PersonRetention } from './person-retention.tsx';
import { Policy } from './policy.tsx';
import { RunRetention } from './run-retention.tsx';
import { Runs } from './runs.tsx';

/** How long is kept what is known of visits, what would go, and what went. */
export function RetentionPage() {
  const { admin } = useWords();
  const may = useMay();
  const { data: sites = [] } = useQuery(sitesQuery);
  return (
    <Page title={admin.retention.title} size="md">
      <Stack gap="lg">
        {may('register.sites.write') && <Policy sites={sites} />}
        <RunRetention sites={sites} />
        <Runs sites={sites} />
        {may('people.erase') && <PersonRetention />}
      </Stack>
    </Page>
  );
}
