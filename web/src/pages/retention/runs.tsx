import { Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { api } from '../../api/api.ts';
import type { RetentionRun, SiteSummary } from '@guildhall/client';
import { useNames } from '../../api/names.ts';
import { Action } from '../../parts/action.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Own } from '../../parts/own.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { Section } from '../../parts/section.tsx';
import { useTimes } from '../../words/times.ts';
import { useWords } from '../../words/words.ts';

/** The runs that took place. */
export function Runs({ sites }: Readonly<{ sites: readonly SiteSummary[] }>) {
  const { admin, app } = useWords();
  const { retention: words } = admin;
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['retention-runs'],
    queryFn: ({ pageParam }) =>
      api.register.listRetentionRuns({ pageSize: 10, ...(pageParam && { pageToken: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: ({ nextPageToken }) => nextPageToken,
  });
  const runs = data?.pages.flatMap((page) => page.runs);
  const nameOf = useNames(runs?.flatMap(({ actorId }) => actorId ?? []) ?? []);
  return (
    <Section title={words.runs}>
      {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {!runs && !error && <Loading height={96} />}
      {runs?.length === 0 && <Text c="dimmed">{words.runsNone}</Text>}
      <ul className="plain-list">
        {runs?.map((run) => (
          <li key={run.id ?? run.startedAt}>
            <Run
              run={run}
              siteName={sites.find(({ id }) => id === run.siteId)?.name ?? run.siteId}
              by={run.actorId ? `${words.byHand}: ${nameOf(run.actorId)}` : words.byItself}
            />
          </li>
        ))}
      </ul>
      {hasNextPage && (
        <Action variant="default" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {app.more}
        </Action>
      )}
    </Section>
  );
}

function Run({ run, siteName, by }: Readonly<{ run: RetentionRun; siteName: string; by: string }>) {
  const { admin } = useWords();
  const { retention: words } = admin;
  const times = useTimes();
  const counts = `${words.visits}: ${run.visits} · ${words.audits}: ${run.audits + run.adminAudits}`;
  return (
    <Own
      title={`${siteName}, ${times.moment(run.startedAt)}`}
      hint={`${run.completedAt ? counts : words.goesOn} · ${words.keeps(run.days)} · ${by}`}
    />
  );
}
