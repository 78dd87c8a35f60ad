import './audit.css';
import { Stack } from '@mantine/core';
import { IconHistoryOff } from '@tabler/icons-react';
import { useSearch } from '@tanstack/react-router';
import { Action } from '../../parts/action.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { useWords } from '../../words/words.ts';
import { AuditFilters } from './audit-filters.tsx';
import { AuditTable } from './audit-table.tsx';
import { useAudits } from './use-audits.ts';

/** What was done, by whom, to whom, and from where. */
export function AuditPage() {
  const { admin, app } = useWords();
  const { audit: words } = admin;
  const search = useSearch({ from: '/signed-in/audit' });
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useAudits(search);
  const found = data?.pages.flatMap(({ audits }) => audits);
  return (
    <Page title={words.title} size="lg">
      <Stack gap="md">
        <AuditFilters search={search} />
        {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
        {!found && !error && <Loading height={320} />}
        {found?.length === 0 && <Empty icon={IconHistoryOff} title={words.empty} hint={words.emptyHint} />}
        {found && found.length > 0 && <AuditTable audits={found} />}
        {hasNextPage && (
          <Action variant="default" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {app.more}
          </Action>
        )}
      </Stack>
    </Page>
  );
}
