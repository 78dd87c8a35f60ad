import { Checkbox, NativeSelect, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Review, ReviewItem } from '@guildhall/client';
import { useState } from 'react';
import { useMay } from '../../api/session.ts';
import { volunteers } from '../../api/volunteers.ts';
import { Action } from '../../parts/action.tsx';
import { Loading } from '../../parts/loading.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { Section } from '../../parts/section.tsx';
import { useWords } from '../../words/words.ts';
import { DecideItems } from './decide-items.tsx';
import { OneItem } from './one-item.tsx';
import { useReviewWords } from './words.ts';

const states = ['', 'open', 'certified', 'revoked', 'flagged', 'ended'] as const;
const atOnce = 100;

const isToDecide = ({ state }: ReviewItem): boolean => state === 'open' || state === 'flagged';

const useItems = (reviewId: string, state: string) =>
  useInfiniteQuery({
    queryKey: ['volunteers', 'review-items', reviewId, state],
    queryFn: ({ pageParam }) =>
      volunteers.listReviewItems({ reviewId, state, pageSize: atOnce, ...(pageParam && { cursor: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor || undefined,
  });

/** Roles that somebody has to confirm or revoke, many at once. */
export function Items({ review: { reviewId } }: Readonly<{ review: Review }>) {
  const words = useReviewWords();
  const { app } = useWords();
  const may = useMay();
  const navigate = useNavigate();
  const { state: asked = 'open' } = useSearch({ from: '/signed-in/volunteers/reviews/$reviewId' });
  const state = states.find((one) => one === (asked === 'all' ? '' : asked)) ?? 'open';
  const [picked, pick] = useState<readonly string[]>([]);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useItems(reviewId, state);
  const items = data?.pages.flatMap((page) => page.items);
  const toDecide = may('volunteers.write') ? (items?.filter(isToDecide).map(({ itemId }) => itemId) ?? []) : [];
  return (
    <Section title={words.items}>
      <NativeSelect
        label={words.itemState}
        value={state}
        data={states.map((value) => ({ value, label: words.itemStates[value] }))}
        onChange={({ currentTarget: { value } }) => {
          pick([]);
          void navigate({
            to: '/volunteers/reviews/$reviewId',
            params: { reviewId },
            search: { state: value || 'all' },
            replace: true,
          });
        }}
      />
      {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {!items && !error && <Loading height={240} />}
      {items?.length === 0 && <Text c="dimmed">{words.itemsNone}</Text>}
      {toDecide.length > 0 && (
        <Checkbox
          label={words.pickAll}
          checked={picked.length === toDecide.length}
          indeterminate={picked.length > 0 && picked.length < toDecide.length}
          onChange={({ currentTarget }) => pick(currentTarget.checked ? toDecide : [])}
        />
      )}
      {items?.map((item) => (
        <OneItem
          key={item.itemId}
          item={item}
          isPicked={picked.includes(item.itemId)}
          {...(toDecide.includes(item.itemId) && {
            onPick: (isPicked: boolean) =>
              pick(isPicked ? [...picked, item.itemId] : picked.filter((one) => one !== item.itemId)),
          })}
        />
      ))}
      {hasNextPage && (
        <Action variant="default" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {app.more}
        </Action>
      )}
      {picked.length > 0 && <DecideItems reviewId={reviewId} itemIds={picked} onDone={() => pick([])} />}
    </Section>
  );
}
