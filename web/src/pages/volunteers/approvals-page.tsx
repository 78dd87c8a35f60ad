import { Stack } from '@mantine/core';
import { IconChecklist, IconUserQuestion } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Approval } from '@guildhall/client';
import { useNames } from '../../api/names.ts';
import { useMay } from '../../api/session.ts';
import { volunteers } from '../../api/volunteers.ts';
import { Empty } from '../../parts/empty.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Own } from '../../parts/own.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { useTimes } from '../../words/times.ts';
import { Decide } from './decide.tsx';
import { placeText } from './place.ts';
import { Sections } from './sections.tsx';
import { useVolunteerWords } from './words.ts';

/** Roles that wait for somebody like the reader. */
export function ApprovalsPage() {
  const words = useVolunteerWords();
  const { data, error, refetch } = useQuery({
    queryKey: ['volunteers', 'approvals'],
    queryFn: async () => (await volunteers.listApprovals()).approvals,
  });
  const nameOf = useNames(data?.map(({ assignment }) => assignment.requestedBy) ?? []);
  return (
    <Page title={words.approvals}>
      <Sections />
      <Stack gap="lg">
        {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Loading height={160} />}
        {data?.length === 0 && (
          <Empty icon={IconChecklist} title={words.approvalsNone} hint={words.approvalsNoneHint} />
        )}
        {data?.map((approval) => (
          <One
            key={approval.assignment.assignmentId}
            approval={approval}
            by={nameOf(approval.assignment.requestedBy)}
          />
        ))}
      </Stack>
    </Page>
  );
}

function One({ approval, by }: Readonly<{ approval: Approval; by: string }>) {
  const words = useVolunteerWords();
  const times = useTimes();
  const may = useMay();
  const { volunteerId, name, assignment, requestedAt } = approval;
  return (
    <Own
      icon={IconUserQuestion}
      title={
        <Link to="/volunteers/$volunteerId" params={{ volunteerId }}>
          {name}
        </Link>
      }
      hint={
        <span title={times.moment(requestedAt)}>
          {[words.asks(assignment.roleLabel, placeText(assignment)), by, words.asked(times.ago(requestedAt))]
            .filter(Boolean)
            .join(' · ')}
        </span>
      }
    >
      {may('volunteers.write') && <Decide volunteerId={volunteerId} name={name} assignment={assignment} />}
    </Own>
  );
}
