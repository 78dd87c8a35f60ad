import { Text } from '@mantine/core';
import type { Hours } from '@guildhall/client';
import { useTimes } from '../../words/times.ts';
import { useVolunteeringWords } from './words.ts';

/** Hours that somebody gave, shift by shift. */
export function HoursList({ hours: { minutes, shifts, entries } }: Readonly<{ hours: Hours }>) {
  const words = useVolunteeringWords();
  const times = useTimes();
  return (
    <>
      <Text fw={600}>{words.sum(minutes / 60, shifts)}</Text>
      {entries.length > 0 && (
        <ul className="plain-list long-list" tabIndex={0} aria-label={words.hoursList}>
          {entries.map((entry) => (
            <li key={entry.shiftId}>
              {times.day(entry.startsAt)} · {entry.title} ·{' '}
              {entry.attendance === 'absent' ? words.absent : words.hours(entry.minutes / 60)}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
