import { Table, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/api.ts';
import type { SiteSummary, VisitsSummaryRow } from '@guildhall/client';
import { Loading } from '../../parts/loading.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { Section } from '../../parts/section.tsx';
import { useSpeaking, useWords } from '../../words/words.ts';

type Props = Readonly<{ site: SiteSummary; from: string; to: string }>;

/** Each person over the whole range. */
export function RangePeople({ site, from, to }: Props) {
  const { reports: words } = useWords();
  const { data, error, refetch } = useQuery({
    queryKey: ['visits-summary', site.id, from, to],
    queryFn: async () => (await api.register.listVisits({ siteId: site.id, from, to, summary: true })).summary,
  });
  return (
    <Section title={words.people} hint={words.peopleHint}>
      {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading height={240} />}
      {data?.length === 0 && <Text c="dimmed">{words.perDayNone}</Text>}
      {data && data.length > 0 && <Rows rows={data} />}
    </Section>
  );
}

function Rows({ rows }: Readonly<{ rows: readonly VisitsSummaryRow[] }>) {
  const { words: all, language } = useSpeaking();
  const { reports: words } = all;
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 });
  return (
    <Table verticalSpacing="xs" horizontalSpacing="xs" aria-label={words.people} className="range-people">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{words.name}</Table.Th>
          <Table.Th>{words.daysCame}</Table.Th>
          <Table.Th>{words.daysOpen}</Table.Th>
          <Table.Th>{words.percent}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ personId, displayName, days, daysNotSignedOut, pct }) => (
          <Table.Tr key={personId}>
            <Table.Th scope="row">{displayName}</Table.Th>
            <Table.Td className="figures">{days}</Table.Td>
            <Table.Td className="figures">{daysNotSignedOut}</Table.Td>
            <Table.Td className="figures">{percent.format(pct / 100)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
