import { Stack } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { SiteSummary } from '@guildhall/client';
import { dayPlus } from '../../parts/days.ts';
import { PerDay } from './per-day.tsx';
import { RangeBar } from './range-bar.tsx';
import { RangePeople } from './range-people.tsx';
import { Occupancy } from './occupancy.tsx';

/** How the building was used over some days. */
export function RangeReport({ site }: Readonly<{ site: SiteSummary }>) {
  const { from = dayPlus(site.today, -29), to = site.today } = useSearch({ from: '/signed-in/reports' });
  const navigate = useNavigate();
  const go = (range: Readonly<{ from: string; to: string }>): void =>
    void navigate({ to: '/reports', search: (search) => ({ ...search, ...range }), replace: true });
  const range = { site, from, to };
  return (
    <Stack gap="lg">
      <RangeBar {...range} onRange={go} />
      <PerDay {...range} />
      <Occupancy {...range} />
      <RangePeople {...range} />
    </Stack>
  );
}
