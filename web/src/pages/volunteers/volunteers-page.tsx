import { Stack, Text } from '@mantine/core';
import { IconHeartHandshake, IconUserPlus } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useMay } from '../../api/session.ts';
import { volunteers } from '../../api/volunteers.ts';
import { Action } from '../../parts/action.tsx';
import { ButtonLink } from '../../parts/button-link.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { useWords } from '../../words/words.ts';
import { ExportButtons } from './export-buttons.tsx';
import { Filters } from './filters.tsx';
import type { VolunteerSearch } from './search.ts';
import { Sections } from './sections.tsx';
import { VolunteerRows } from './volunteer-rows.tsx';
import { useVolunteerWords } from './words.ts';

const useFound = (search: VolunteerSearch) =>
  useInfiniteQuery({
    queryKey: ['volunteers', 'list', search],
    queryFn: ({ pageParam }) => volunteers.listVolunteers({ ...search, ...(pageParam && { cursor: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor || undefined,
    placeholderData: keepPreviousData,
  });

/** Everybody who volunteers, as far as the reader's places reach. */
export function VolunteersPage() {
  const words = useVolunteerWords();
  const { app } = useWords();
  const search = useSearch({ from: '/signed-in/volunteers' });
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useFound(search);
  const found = data?.pages.flatMap((page) => page.volunteers);
  return (
    <Page title={words.title} actions={<AddLink />} size="lg">
      <Sections />
      <Stack gap="md">
        <Filters search={search} />
        {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
        {!found && !error && <Loading height={320} />}
        {found?.length === 0 && <Nobody isNarrowed={Object.keys(search).length > 0} />}
        {found && found.length > 0 && (
          <>
            <div className="vol-count">
              <Text c="dimmed" role="status">
                {words.shown(found.length)}
              </Text>
              <ExportButtons search={search} />
            </div>
            <VolunteerRows rows={found} />
          </>
        )}
        {hasNextPage && (
          <Action variant="default" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {app.more}
          </Action>
        )}
      </Stack>
    </Page>
  );
}

function AddLink() {
  const words = useVolunteerWords();
  const may = useMay();
  if (!may('volunteers.write')) return null;
  return (
    <ButtonLink to="/volunteers/new" leftSection={<IconUserPlus size={20} aria-hidden />}>
      {words.add}
    </ButtonLink>
  );
}

function Nobody({ isNarrowed }: Readonly<{ isNarrowed: boolean }>) {
  const words = useVolunteerWords();
  return isNarrowed ? (
    <Empty icon={IconHeartHandshake} title={words.none} hint={words.noneHint} />
  ) : (
    <Empty icon={IconHeartHandshake} title={words.nobody} hint={words.nobodyHint} action={<AddLink />} />
  );
}
