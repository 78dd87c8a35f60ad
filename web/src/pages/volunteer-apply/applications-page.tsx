import { Stack } from '@mantine/core';
import { IconHeartHandshake } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { volunteers } from '../../api/volunteers.ts';
import { Choice } from '../../parts/choice.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { Sections } from '../volunteers/sections.tsx';
import { OneApplication } from './one-application.tsx';
import { useApplyWords } from './words.ts';

const states = ['waiting', 'approved', 'refused', 'all'] as const;

/** Who would like to become a volunteer. */
export function ApplicationsPage() {
  const words = useApplyWords();
  const { state: asked } = useSearch({ from: '/signed-in/volunteers/applications' });
  const state = states.find((one) => one === asked) ?? 'waiting';
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery({
    queryKey: ['volunteers', 'applications', state],
    queryFn: async () => (await volunteers.listApplications({ state })).applications,
  });
  return (
    <Page title={words.applications}>
      <Sections />
      <Stack gap="lg">
        <Choice
          legend={words.listState}
          hideLegend
          value={state}
          options={states.map((value) => ({ value, label: words.listStates[value] }))}
          onChange={(chosen) =>
            void navigate({ to: '/volunteers/applications', search: { state: chosen }, replace: true })
          }
        />
        {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Loading height={240} />}
        {data?.length === 0 && <Empty icon={IconHeartHandshake} title={words.none} hint={words.noneHint} />}
        {data?.map((application) => (
          <OneApplication key={application.applicationId} application={application} />
        ))}
      </Stack>
    </Page>
  );
}
