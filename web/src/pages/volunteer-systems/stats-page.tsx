import './systems.css';
import { NativeSelect, Stack, Text, TextInput } from '@mantine/core';
import { IconChartBar } from '@tabler/icons-react';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Stats } from '@guildhall/client';
import { useState } from 'react';
import { volunteers } from '../../api/volunteers.ts';
import { dayPlus } from '../../parts/days.ts';
import { Empty } from '../../parts/empty.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { refusalOf } from '../../parts/refusal.ts';
import { Sections } from '../volunteers/sections.tsx';
import { useVolunteerWords } from '../volunteers/words.ts';
import { Figures } from './figures.tsx';
import { groups, type StatsSearch } from './search.ts';
import { useSystemWords } from './words.ts';

const usualDays = 28;

/** How many were added, joined and wait, in a span of days. */
export function StatsPage() {
  const { stats: title } = useVolunteerWords();
  const [today] = useState(() => new Date().toISOString().slice(0, 10));
  const given = useSearch({ from: '/signed-in/volunteers/stats' });
  const { to = today, from = dayPlus(to, 1 - usualDays), groupBy = '' } = given;
  const { data, error, refetch } = useQuery({
    queryKey: ['volunteers', 'stats', from, to, groupBy],
    queryFn: () => volunteers.getStats({ from, to, groupBy }),
    placeholderData: keepPreviousData,
  });
  const refusal = refusalOf(error, ['from', 'to']);
  return (
    <Page title={title} size="lg">
      <Sections />
      <Stack gap="lg">
        <Span search={{ from, to, groupBy }} fromError={refusal.at('from')} toError={refusal.at('to')} />
        {error && !refusal.isPlaced && <ProblemAlert error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Loading height={320} />}
        {data && <Shown stats={data} groupBy={groupBy} />}
      </Stack>
    </Page>
  );
}

type SpanProps = Readonly<{
  search: Required<StatsSearch>;
  fromError?: string | undefined;
  toError?: string | undefined;
}>;

function Span({ search, fromError, toError }: SpanProps) {
  const words = useSystemWords();
  const navigate = useNavigate();
  const go = (change: StatsSearch): void =>
    void navigate({ to: '/volunteers/stats', search: { ...search, ...change }, replace: true });
  return (
    <div className="span-bar">
      {(['from', 'to'] as const).map((name) => (
        <TextInput
          key={name}
          type="date"
          label={words[name]}
          value={search[name]}
          onChange={({ currentTarget: { value } }) => value && go({ [name]: value })}
          error={name === 'from' ? fromError : toError}
        />
      ))}
      <NativeSelect
        label={words.groupBy}
        value={search.groupBy}
        data={groups.map((value) => ({ value, label: words.groups[value] }))}
        onChange={({ currentTarget: { value } }) => go({ groupBy: groups.find((one) => one === value) ?? '' })}
      />
    </div>
  );
}

function Shown({ stats, groupBy }: Readonly<{ stats: Stats; groupBy: (typeof groups)[number] }>) {
  const words = useSystemWords();
  const { total } = stats;
  const isEmpty = total.registered + total.invited + total.joined + total.left === 0;
  return (
    <>
      {isEmpty && <Empty icon={IconChartBar} title={words.statsNone} />}
      {total.waitingMedianDays !== undefined && total.waitingP90Days !== undefined && (
        <Text>{words.waitingDays(total.waitingMedianDays.toFixed(1), total.waitingP90Days.toFixed(1))}</Text>
      )}
      <Figures stats={stats} groupBy={groupBy} />
    </>
  );
}
