import { Stack, Table, Text } from '@mantine/core';
import { IconArrowLeft, IconDownload } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { Review } from '@guildhall/client';
import { volunteers } from '../../api/volunteers.ts';
import { Action } from '../../parts/action.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { saveFile } from '../../parts/save-file.ts';
import { Section } from '../../parts/section.tsx';
import { useTimes } from '../../words/times.ts';
import { useDay } from '../volunteers/use-day.ts';
import { useVolunteerWords } from '../volunteers/words.ts';
import { Items } from './items.tsx';
import { useReviewWords } from './words.ts';

/** One review: how far everybody is, and what is still to be confirmed. */
export function ReviewPage() {
  const words = useReviewWords();
  const { reviews: title } = useVolunteerWords();
  const times = useTimes();
  const { reviewId } = useParams({ from: '/signed-in/volunteers/reviews/$reviewId' });
  const { data, error, refetch } = useQuery({
    queryKey: ['volunteers', 'reviews', reviewId],
    queryFn: () => volunteers.getReview({ reviewId }),
  });
  return (
    <Page title={data ? words.of(times.day(data.startedAt)) : title} size="lg" actions={<Report reviewId={reviewId} />}>
      <Stack gap="lg">
        <Text>
          <Link to="/volunteers/reviews" className="back">
            <IconArrowLeft size={18} aria-hidden /> {words.back}
          </Link>
        </Text>
        {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Loading height={320} />}
        {data && <Progress review={data} />}
        {data && <Items review={data} />}
      </Stack>
    </Page>
  );
}

function Report({ reviewId }: Readonly<{ reviewId: string }>) {
  const words = useReviewWords();
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => saveFile('review.csv', await volunteers.getReviewReport({ reviewId })),
  });
  return (
    <>
      <Action
        variant="default"
        leftSection={<IconDownload size={20} aria-hidden />}
        busy={isPending}
        onClick={() => mutate()}
      >
        {words.report}
      </Action>
      {error && <ProblemAlert error={error} />}
    </>
  );
}

function Progress({ review }: Readonly<{ review: Review }>) {
  const words = useReviewWords();
  const dayOf = useDay();
  const { certified, revoked, flagged, dueOn, progress } = review;
  return (
    <Section title={words.progress} hint={`${words.due(dayOf(dueOn))} · ${words.figures(certified, revoked, flagged)}`}>
      <Table aria-label={words.progress}>
        <Table.Tbody>
          {progress.map(({ personId, name, decided, total }) => (
            <Table.Tr key={personId}>
              <Table.Th scope="row">{name || words.administrators}</Table.Th>
              <Table.Td className="figures">{words.decided(decided, total)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Section>
  );
}
