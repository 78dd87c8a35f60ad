import { Text } from '@mantine/core';
import { IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import type { SiteSummary, Status } from '../../api/gen/client.ts';
import { useNow } from '../../parts/now.ts';
import { elapsed, useTimes } from '../../words/times.ts';
import { useWords } from '../../words/words.ts';

type Props = Readonly<{ status: Status; site: SiteSummary }>;

/** In or out by colour, icon and word, with a clock that runs: a screenshot of yesterday does not. */
export function StateCard({ status, site }: Props) {
  const { status: words } = useWords();
  const times = useTimes(site.timeZone);
  const now = useNow(status.now);
  const isIn = status.state === 'in';
  const Sign = isIn ? IconCircleCheck : IconCircleX;
  return (
    <section className="state" data-state={status.state} aria-labelledby="state-word">
      <Sign size={72} stroke={1.6} aria-hidden />
      <div role="status">
        <div className="state-word" id="state-word">
          {isIn ? words.in : words.out}
        </div>
        <Text mt="xs">{isIn ? words.youAreIn(site.name) : words.youAreOut(site.name)}</Text>
      </div>
      {isIn && status.since && (
        <Text>
          <span>{words.since(times.time(status.since))}</span>
          <span aria-hidden className="figures">
            {' · '}
            {elapsed(status.since, now)}
          </span>
        </Text>
      )}
      <Text className="figures" size="xl" fw={600} role="timer" aria-label={words.clock} aria-live="off">
        {times.clock(now)}
      </Text>
      <Text size="sm">{times.day(now)}</Text>
    </section>
  );
}
