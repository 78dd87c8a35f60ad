import { IconChevronRight } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../api/api.ts';
import { Action } from '../../parts/action.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { Section } from '../../parts/section.tsx';
import { Tag } from '../../parts/tag.tsx';
import { useTimes } from '../../words/times.ts';
import { useWords } from '../../words/words.ts';
import { useEvacuationWords } from './words.ts';

type Props = Readonly<{ siteId: string; timeZone: string }>;

/** The incidents of a site, newest first, each with its report. */
export function History({ siteId, timeZone }: Props) {
  const words = useEvacuationWords();
  const { app } = useWords();
  const times = useTimes(timeZone);
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ['incidents', siteId],
    queryFn: ({ pageParam }) =>
      api.register.listIncidents({ siteId, pageSize: 10, ...(pageParam && { pageToken: pageParam }) }),
    initialPageParam: '',
    getNextPageParam: ({ nextPageToken }) => nextPageToken,
  });
  const incidents = data?.pages.flatMap((page) => page.incidents).filter(({ open }) => !open);
  return (
    <Section title={words.history} {...(incidents?.length === 0 && { hint: words.historyNone })}>
      {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {incidents && incidents.length > 0 && (
        <ul className="plain-list">
          {incidents.map(({ id, kind, startedAt, frozenCount }) => (
            <li key={id}>
              <Link
                to="/evacuation/$incidentId/report"
                params={{ incidentId: id }}
                className="history-link"
                aria-label={words.reportOf(words.kind[kind], times.moment(startedAt))}
              >
                <Tag tone={kind === 'live' ? 'bad' : 'note'}>{words.kind[kind]}</Tag>
                <span className="history-when">
                  {times.moment(startedAt)}
                  <span className="history-count">{words.historyCount(frozenCount)}</span>
                </span>
                <IconChevronRight size={20} aria-hidden />
              </Link>
            </li>
          ))}
        </ul>
      )}
      {hasNextPage && (
        <Action variant="default" busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {app.more}
        </Action>
      )}
    </Section>
  );
}
