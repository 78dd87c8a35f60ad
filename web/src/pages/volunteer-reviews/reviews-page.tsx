import { Stack, Text } from '@mantine/core';
import { IconClipboardCheck } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Review } from '@guildhall/client';
import { useMay } from '../../api/session.ts';
import { volunteers } from '../../api/volunteers.ts';
import { Asked } from '../../parts/asked.tsx';
import { ButtonLink } from '../../parts/button-link.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Loading } from '../../parts/loading.tsx';
import { say } from '../../parts/notice.ts';
import { Own } from '../../parts/own.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { Tag } from '../../parts/tag.tsx';
import { useTimes } from '../../words/times.ts';
import { Sections } from '../volunteers/sections.tsx';
import { useDay } from '../volunteers/use-day.ts';
import { useVolunteerWords, wordFor } from '../volunteers/words.ts';
import { useReviewWords } from './words.ts';

/** Whether people should still have what they have: asked from time to time. */
export function ReviewsPage() {
  const words = useReviewWords();
  const { reviews: title } = useVolunteerWords();
  const may = useMay();
  const { data, error, refetch } = useQuery({
    queryKey: ['volunteers', 'reviews'],
    queryFn: async () => (await volunteers.listReviews()).reviews,
  });
  return (
    <Page title={title} actions={may('volunteers.admin') && <Start />}>
      <Sections />
      <Stack gap="lg">
        <Text c="dimmed">{words.hint}</Text>
        {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Loading height={200} />}
        {data?.length === 0 && <Empty icon={IconClipboardCheck} title={words.none} hint={words.noneHint} />}
        {data?.map((review) => (
          <One key={review.reviewId} review={review} />
        ))}
      </Stack>
    </Page>
  );
}

function Start() {
  const words = useReviewWords();
  const client = useQueryClient();
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => volunteers.startReview(),
    onSuccess: () => say(words.started),
    onSettled: () => client.invalidateQueries({ queryKey: ['volunteers', 'reviews'] }),
  });
  return (
    <>
      <Asked question={words.startAsk} action={words.start} busy={isPending} onConfirm={() => mutate()} />
      {error && <ProblemAlert error={error} />}
    </>
  );
}

function One({ review }: Readonly<{ review: Review }>) {
  const words = useReviewWords();
  const times = useTimes();
  const dayOf = useDay();
  const { reviewId, state, startedAt, dueOn, total, open, certified, revoked, flagged } = review;
  const hint = [words.due(dayOf(dueOn)), words.decided(total - open - flagged, total)];
  return (
    <Own
      icon={IconClipboardCheck}
      title={words.of(times.day(startedAt))}
      hint={[...hint, words.figures(certified, revoked, flagged)].join(' · ')}
      tags={<Tag tone={state === 'closed' ? 'plain' : 'note'}>{wordFor(words.states, state)}</Tag>}
    >
      <ButtonLink to="/volunteers/reviews/$reviewId" params={{ reviewId }} variant="default">
        {words.open}
      </ButtonLink>
    </Own>
  );
}
