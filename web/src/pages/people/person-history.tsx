import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../api/api.ts';
import { sitesQuery } from '../../api/sites.ts';
import { Loading } from '../../parts/loading.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { Section } from '../../parts/section.tsx';
import { useTimes } from '../../words/times.ts';
import { useWords } from '../../words/words.ts';

/** What was recorded about a person of late. */
export function PersonHistory({ personId }: Readonly<{ personId: string }>) {
  const { records: words, admin } = useWords();
  const times = useTimes();
  const { data: sites } = useQuery(sitesQuery);
  const actions: Readonly<Record<string, string>> = admin.audit.actions;
  const { data, error, refetch } = useQuery({
    queryKey: ['audit-of', personId],
    queryFn: async () => (await api.register.listAudits({ subjectId: personId, pageSize: 10 })).audits,
  });
  return (
    <Section title={words.history} hint={words.historyHint}>
      {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading height={96} />}
      {data?.length === 0 && <Text c="dimmed">{words.historyNone}</Text>}
      {data && data.length > 0 && (
        <ul className="detail-list">
          {data.map(({ id, at, action, siteId, via }) => (
            <li key={id}>
              <span className="figures">{times.moment(at)}</span>: {actions[action] ?? action}
              {siteId && ` · ${sites?.find(({ id: known }) => known === siteId)?.name ?? siteId}`} ·{' '}
              {admin.audit.ways[via]}
            </li>
          ))}
        </ul>
      )}
      <Link to="/audit" search={{ subject: personId }}>
        {words.historyAll}
      </Link>
    </Section>
  );
}
