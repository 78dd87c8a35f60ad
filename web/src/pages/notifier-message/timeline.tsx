import { Text } from '@mantine/core';
import type { Attempt, TimelineStep } from '@guildhall/client';
import { useTimes } from '../../words/times.ts';
import { useNotifierWords } from './words.ts';

/** What happened, the earliest first. */
export function Timeline({ steps }: Readonly<{ steps: readonly TimelineStep[] }>) {
  const words = useNotifierWords();
  const times = useTimes();
  return (
    <ol className="timeline">
      {steps.map((step, index) => (
        <li key={index} data-kind={step.kind}>
          <Text fw={600} component="div">
            {words.kinds[step.kind]}
          </Text>
          <Text size="sm" c="dimmed" className="figures" component="div">
            <time dateTime={step.at}>{times.moment(step.at)}</time>
          </Text>
          <Detail step={step} />
        </li>
      ))}
    </ol>
  );
}

function Detail({ step: { attempt, heldFor, until, reason } }: Readonly<{ step: TimelineStep }>) {
  const words = useNotifierWords();
  const times = useTimes();
  const parts = [
    heldFor && words.heldFor[heldFor],
    until && words.until(times.moment(until)),
    ...(attempt ? partsOf(attempt, words.outcomes) : []),
    reason,
  ].filter(Boolean);
  return parts.length > 0 ? <Text size="sm">{parts.join(' · ')}</Text> : null;
}

const partsOf = (
  { provider, outcome, durationMs, providerMessageId, reason }: Attempt,
  outcomes: Readonly<Record<string, string>>,
) => [provider, outcomes[outcome] ?? outcome, `${durationMs} ms`, providerMessageId, reason];
