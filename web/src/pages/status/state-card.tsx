import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import type { SiteSummary, Status } from '@guildhall/client';
import { useNow } from '../../parts/now.ts';
import { elapsed, useTimes } from '../../words/times.ts';
import { useWords } from '../../words/words.ts';

type Props = Readonly<{ status: Status; site: SiteSummary }>;

/** In or out by colour, icon and word, with a clock that runs: a screenshot of yesterday does not. */
export function StateCard({ status, site }: Props) {
  const { status: words, app } = useWords();
  const times = useTimes(site.timeZone);
  const now = useNow(status.now);
  const isIn = status.state === 'in';
  const Sign = isIn ? IconCircleCheck : IconCircleX;
  return (
    <section className="state" data-state={status.state} aria-labelledby="state-word">
      <div role="status">
        <div className="state-word" id="state-word">
          <Sign size="1em" stroke={1.8} aria-hidden />
          {isIn ? words.in : words.out}
        </div>
        <div className="state-sentence">{isIn ? words.youAreIn(site.name) : words.youAreOut(site.name)}</div>
      </div>
      {isIn && status.since && (
        <div>
          {words.since(times.time(status.since))}
          <span aria-hidden className="figures">
            {' · '}
            {elapsed(status.since, now)}
          </span>
        </div>
      )}
      <div className="state-clock figures" role="timer" aria-label={words.clock} aria-live="off">
        {times.clock(now)}
      </div>
      <div>
        {times.day(now)}
        {times.foreignZone && ` · ${app.inZone(times.foreignZone)}`}
      </div>
    </section>
  );
}
