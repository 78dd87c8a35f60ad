import { IconAlertTriangle, IconDoorEnter, IconDoorExit, type Icon } from '@tabler/icons-react';
import type { SiteReport, SiteSummary } from '@guildhall/client';
import type { Live } from '../../api/live.ts';
import { useTimes } from '../../words/times.ts';
import { useWords } from '../../words/words.ts';

type Props = Readonly<{
  site: SiteSummary;
  report: SiteReport;
  live: Live | undefined;
  state: string;
  onState: (state: string) => void;
}>;

/** How many, by what became of them. Each count is also the filter of the list. */
export function Counts({ site, report, live, state, onState }: Props) {
  const { reports: words, presence, app } = useWords();
  const times = useTimes(site.timeZone);
  const days = useTimes('UTC');
  const { counts, generatedAt, date } = report;
  const age = live?.lastHeardAt ? presence.stale(times.ago(live.lastHeardAt)) : presence.connecting;
  const press = (name: string) => () => onState(state === name ? '' : name);
  return (
    <section className="counts" aria-label={days.day(date)}>
      <p className="counts-of">
        <strong>
          {site.name}, {days.day(date)}
        </strong>
        <span className="headline-live">
          {live && (
            <span className="no-print">
              <span className="live-dot" data-live={live.isLive} aria-hidden />
              {live.isLive ? presence.live : age}
            </span>
          )}
          <span>
            {words.asOf(times.clock(generatedAt))}
            {times.foreignZone && `, ${app.inZone(times.foreignZone)}`}
          </span>
        </span>
      </p>
      <div className="count-row">
        <Count
          icon={IconDoorEnter}
          tone="in"
          label={words.in}
          count={counts.in}
          isOn={state === 'signed-in'}
          onPress={press('signed-in')}
        />
        <Count
          icon={IconDoorExit}
          tone="out"
          label={words.out}
          count={counts.out}
          isOn={state === 'signed-out'}
          onPress={press('signed-out')}
        />
        {counts.notSignedOut !== undefined && (
          <Count
            icon={IconAlertTriangle}
            tone="missing"
            label={words.notSignedOut}
            count={counts.notSignedOut}
            isOn={state === 'not-signed-out'}
            onPress={press('not-signed-out')}
          />
        )}
      </div>
    </section>
  );
}

type CountProps = Readonly<{
  icon: Icon;
  tone: 'in' | 'out' | 'missing';
  label: string;
  count: number;
  isOn: boolean;
  onPress: () => void;
}>;

const Count = ({ icon: Sign, tone, label, count, isOn, onPress }: CountProps) => (
  <button type="button" className="count" data-tone={tone} aria-pressed={isOn} onClick={onPress}>
    <Sign size={24} aria-hidden />
    <span className="count-figure figures">{count}</span>
    <span>{label}</span>
  </button>
);
