import type { SiteSummary } from '@guildhall/client';
import { useMay } from '../../api/session.ts';
import { Loading } from '../../parts/loading.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { Age } from './age.tsx';
import { Broadcasts } from './broadcasts.tsx';
import { History } from './history.tsx';
import { Pending } from './pending.tsx';
import { People } from './people.tsx';
import { PlanForm } from './plan-form.tsx';
import { PrintedList } from './printed-list.tsx';
import { rowsOfList } from './rows.ts';
import { Start } from './start.tsx';
import { useList } from './use-list.ts';
import { useMarks } from './use-marks.ts';
import { useEvacuationWords } from './words.ts';

/** Nothing is under way: the way to start, and who is inside, kept on this phone. */
export function Ready({ site }: Readonly<{ site: SiteSummary }>) {
  const words = useEvacuationWords();
  const may = useMay();
  const { data: list, error, refetch } = useList(site.id);
  const marks = useMarks(site.id, undefined, () => undefined);
  if (!list && error) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  if (!list) return <Loading height={320} />;
  const isAway = !list.isNew;
  return (
    <div className="evacuation">
      <div className="no-print evacuation">
        <div className="evacuation-head">
          <strong className="evacuation-count">
            {list.value.count === 0 ? words.nobody : words.inside(list.value.count)}
          </strong>
          <Age at={list.at} isLive={false} site={site.timeZone} />
        </div>
        {isAway && <p className="evacuation-note">{words.offline}</p>}
        <Pending marks={marks} />
        <Start site={site} count={list.value.count} isAway={isAway} />
        {isAway && <People rows={rowsOfList(list.value, marks.pending)} marks={marks} timeZone={site.timeZone} />}
        {!isAway && <Broadcasts site={site} />}
        {!isAway && <History siteId={site.id} timeZone={site.timeZone} />}
        {!isAway && may('register.evacuation.run') && <PlanForm siteId={site.id} />}
      </div>
      <PrintedList list={list.value} at={list.at} timeZone={site.timeZone} />
    </div>
  );
}
