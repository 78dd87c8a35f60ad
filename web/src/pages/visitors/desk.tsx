import { Text, TextInput } from '@mantine/core';
import { IconIdOff, IconSearch } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import type { SiteSummary, Visitor } from '@guildhall/client';
import { Choice } from '../../parts/choice.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Loading } from '../../parts/loading.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { DeskTools } from './desk-tools.tsx';
import { PendingVisitors } from './pending-visitors.tsx';
import { isShow, type Show, showOf, visitorsQuery } from './use-visitors.ts';
import { VisitorRow } from './visitor-row.tsx';
import { useVisitorsWords } from './words.ts';

const plain = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase().trim();

/** The visitors of a day, found by state and name. */
export function Desk({ site }: Readonly<{ site: SiteSummary }>) {
  const words = useVisitorsWords();
  const { show: asked } = useSearch({ from: '/signed-in/visitors' });
  const navigate = useNavigate();
  const [date, setDate] = useState(site.today);
  const [wanted, setWanted] = useState('');
  const { data, error, refetch } = useQuery(visitorsQuery(site.id, date === site.today ? '' : date));
  const show = isShow(asked) ? asked : 'expected';
  const choose = (next: Show): void =>
    void navigate({ to: '.', search: (search: object) => ({ ...search, show: next }), replace: true });
  return (
    <div className="desk">
      <PendingVisitors site={site} />
      <Choice legend={words.filter} hideLegend value={show} options={useOptions(data)} onChange={choose} />
      <div className="desk-finder">
        <TextInput
          type="search"
          aria-label={words.search}
          placeholder={words.search}
          leftSection={<IconSearch size={20} aria-hidden />}
          value={wanted}
          maxLength={100}
          onChange={({ currentTarget }) => setWanted(currentTarget.value)}
        />
        <TextInput
          type="date"
          aria-label={words.day}
          value={date}
          onChange={({ currentTarget }) => setDate(currentTarget.value || site.today)}
        />
      </div>
      {error && !data && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading height={240} />}
      {data && <Found visitors={data.filter((one) => showOf(one) === show)} wanted={wanted} show={show} site={site} />}
      <DeskTools site={site} />
    </div>
  );
}

function useOptions(visitors: readonly Visitor[] = []) {
  const words = useVisitorsWords();
  const count = (show: Show): number => visitors.filter((one) => showOf(one) === show).length;
  return (['expected', 'inside', 'gone'] as const).map((value) => ({ value, label: words[value](count(value)) }));
}

type FoundProps = Readonly<{ visitors: readonly Visitor[]; wanted: string; show: Show; site: SiteSummary }>;

function Found({ visitors, wanted, show, site }: FoundProps) {
  const words = useVisitorsWords();
  if (visitors.length === 0) return <Empty icon={IconIdOff} title={words.empty[show]} hint={words.emptyHint} />;
  const found = visitors.filter(({ name, company }) => plain(`${name} ${company}`).includes(plain(wanted)));
  if (found.length === 0) {
    return (
      <Text role="status" c="dimmed">
        {words.noMatch}
      </Text>
    );
  }
  return (
    <ul className="plain-list">
      {found.map((visitor) => (
        <VisitorRow key={visitor.id} visitor={visitor} site={site} />
      ))}
    </ul>
  );
}
