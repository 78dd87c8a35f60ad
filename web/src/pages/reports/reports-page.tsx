import './reports.css';
import { Stack } from '@mantine/core';
import { IconBuildingCommunity } from '@tabler/icons-react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMay } from '../../api/session.ts';
import { useSite } from '../../api/sites.ts';
import { Choice } from '../../parts/choice.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { useWords } from '../../words/words.ts';
import { DayReport } from './day-report.tsx';
import { Exports } from './exports/exports.tsx';
import { RangeReport } from './range-report.tsx';
import type { View } from './search.ts';

const views = { day: DayReport, range: RangeReport, exports: Exports } as const;

/** What happened in a building: on one day, over time, and what is mailed of it. */
export function ReportsPage() {
  const { reports: words, app } = useWords();
  const { sites, site, error, retry } = useSite();
  const { view = 'day' } = useSearch({ from: '/signed-in/reports' });
  const navigate = useNavigate();
  const may = useMay();
  const offered: readonly View[] = may('register.exports.write') ? ['day', 'range', 'exports'] : ['day', 'range'];
  const Shown = views[offered.includes(view) ? view : 'day'];
  return (
    <Page title={words.title} size="lg">
      {error && <ProblemAlert error={error} onRetry={retry} />}
      {!error && !sites && <Loading height={240} />}
      {sites?.length === 0 && <Empty icon={IconBuildingCommunity} title={app.noSites} hint={app.noSitesHint} />}
      {site && (
        <Stack gap="lg">
          <div className="no-print">
            <Choice
              legend={words.view}
              hideLegend
              value={view}
              options={offered.map((value) => ({ value, label: words[value] }))}
              onChange={(chosen) =>
                void navigate({ to: '/reports', search: (search) => ({ ...search, view: chosen }), replace: true })
              }
            />
          </div>
          <Shown key={site.id} site={site} />
        </Stack>
      )}
    </Page>
  );
}
