import type { SiteSummary } from '@guildhall/client';
import { useTimes } from '../../words/times.ts';
import { useWords } from '../../words/words.ts';

type Props = Readonly<{
  site: SiteSummary;
  count: number;
  isLive: boolean;
  lastHeardAt: Date | undefined;
  now: Date;
}>;

/** How many are inside, and whether that is what is so now. */
export function Headline({ site, count, isLive, lastHeardAt, now }: Props) {
  const { presence: words, app } = useWords();
  const times = useTimes(site.timeZone);
  const age = lastHeardAt ? words.stale(times.ago(lastHeardAt)) : words.connecting;
  return (
    <div className="headline">
      <div>
        <div className="headline-count">{words.inside(count)}</div>
        <div>{site.name}</div>
      </div>
      <div className="headline-live">
        <span className="no-print">
          <span className="live-dot" data-live={isLive} aria-hidden />
          {isLive ? words.live : age}
        </span>
        <span className="figures">{words.printed(times.moment(now))}</span>
        {times.foreignZone && <span>{app.inZone(times.foreignZone)}</span>}
      </div>
    </div>
  );
}
