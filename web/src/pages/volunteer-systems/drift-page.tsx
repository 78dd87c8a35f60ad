import './systems.css';
import { NativeSelect, Stack, Text } from '@mantine/core';
import { IconGitCompare } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Drift } from '@guildhall/client';
import { volunteers } from '../../api/volunteers.ts';
import { Empty } from '../../parts/empty.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { Section } from '../../parts/section.tsx';
import { useTimes } from '../../words/times.ts';
import { Sections } from '../volunteers/sections.tsx';
import { useVolunteerWords } from '../volunteers/words.ts';
import { Differences } from './differences.tsx';
import { Runs } from './runs.tsx';
import { useSystemWords } from './words.ts';

const kinds = ['missing', 'extra', 'unknown_user', 'deactivated', 'email_changed'] as const;

/** Where the systems differ from what should be, and the runs that compare them. */
export function DriftPage() {
  const words = useSystemWords();
  const { drift: title, any } = useVolunteerWords();
  const { kind = '' } = useSearch({ from: '/signed-in/volunteers/drift' });
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery({
    queryKey: ['volunteers', 'drift', kind],
    queryFn: () => volunteers.getDrift({ kind }),
  });
  return (
    <Page title={title} size="lg">
      <Sections />
      <Stack gap="lg">
        <Runs />
        <Section title={title} hint={words.driftHint}>
          <NativeSelect
            label={words.driftKind}
            value={kind}
            data={[{ value: '', label: any }, ...kinds.map((value) => ({ value, label: words.driftKinds[value] }))]}
            onChange={({ currentTarget }) =>
              void navigate({ to: '/volunteers/drift', search: { kind: currentTarget.value }, replace: true })
            }
          />
          {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
          {!data && !error && <Loading height={240} />}
          {data && <Found drift={data} />}
        </Section>
      </Stack>
    </Page>
  );
}

function Found({ drift: { asOf, differences } }: Readonly<{ drift: Drift }>) {
  const words = useSystemWords();
  const times = useTimes();
  if (!asOf) return <Empty icon={IconGitCompare} title={words.driftNever} />;
  return (
    <>
      <Text c="dimmed" title={times.moment(asOf)}>
        {words.driftAsOf(times.ago(asOf))}
      </Text>
      {differences.length === 0 ? (
        <Empty icon={IconGitCompare} title={words.driftNone} />
      ) : (
        <Differences differences={differences} label={words.driftHint} />
      )}
    </>
  );
}
