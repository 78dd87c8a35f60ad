import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { Shift, ShiftPlace } from '@guildhall/client';
import { useState } from 'react';
import { Own } from '../../parts/own.tsx';
import { Tag, type Tone } from '../../parts/tag.tsx';
import { useTimes } from '../../words/times.ts';
import { wordFor } from '../volunteers/words.ts';
import { AttendanceDrawer } from './attendance-drawer.tsx';
import { useShiftWords } from './words.ts';

const tones: Readonly<Record<string, Tone>> = { present: 'good', attended: 'good', absent: 'bad', expected: 'note' };

type Props = Readonly<{ shift: Shift; place: ShiftPlace; mayRecord: boolean }>;

/** Somebody of a shift: comes, waits, or was there. */
export function OnePlace({ shift, place, mayRecord }: Props) {
  const words = useShiftWords();
  const times = useTimes();
  const [isRecording, record] = useState(false);
  const { volunteerId, name, state, attendance, arrivedAt, leftAt, minutes, reason } = place;
  const span = [arrivedAt && times.time(arrivedAt), leftAt && times.time(leftAt)].filter(Boolean).join('–');
  const hint = [wordFor(words.placeStates, state), span, minutes > 0 && words.hours(minutes / 60), reason];
  return (
    <>
      <Own
        title={
          <Link to="/volunteers/$volunteerId" params={{ volunteerId }}>
            {name}
          </Link>
        }
        hint={hint.filter(Boolean).join(' · ')}
        tags={attendance && <Tag tone={tones[attendance] ?? 'plain'}>{wordFor(words.attendance, attendance)}</Tag>}
      >
        {mayRecord && state !== 'waiting' && (
          <Button variant="default" aria-label={words.recordOf(name)} onClick={() => record(true)}>
            {words.record}
          </Button>
        )}
      </Own>
      {isRecording && <AttendanceDrawer shift={shift} place={place} onClose={() => record(false)} />}
    </>
  );
}
