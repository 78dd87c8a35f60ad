import { Group, Text } from '@mantine/core';
import { IconCalendarEvent } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { MyShift } from '@guildhall/client';
import { volunteers } from '../../api/volunteers.ts';
import { Action } from '../../parts/action.tsx';
import { Asked } from '../../parts/asked.tsx';
import { say } from '../../parts/notice.ts';
import { Own } from '../../parts/own.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { Tag } from '../../parts/tag.tsx';
import { useTimes } from '../../words/times.ts';
import { placeText } from '../volunteers/place.ts';
import { useVolunteeringWords } from './words.ts';

/** One shift as somebody sees it who may come. */
export function ShiftLine({ shift }: Readonly<{ shift: MyShift }>) {
  const words = useVolunteeringWords();
  const times = useTimes();
  const { title, startsAt, endsAt, capacity, taken, cancelled, reason } = shift;
  const isToCome = new Date(startsAt) > new Date();
  const when = words.fromTo(times.moment(startsAt), times.time(endsAt));
  const hint = [title, placeText(shift), words.placesTaken(taken, capacity), cancelled && reason];
  return (
    <Own icon={IconCalendarEvent} title={when} hint={hint.filter(Boolean).join(' · ')} tags={<StateOf shift={shift} />}>
      {isToCome && !cancelled && <Place shift={shift} when={when} />}
    </Own>
  );
}

function StateOf({ shift: { cancelled, state, position, minutes } }: Readonly<{ shift: MyShift }>) {
  const words = useVolunteeringWords();
  return (
    <Group gap={4}>
      {cancelled && <Tag tone="bad">{words.cancelled}</Tag>}
      {!cancelled && state === 'confirmed' && <Tag tone="good">{words.confirmed}</Tag>}
      {!cancelled && state === 'waiting' && <Tag tone="note">{words.waiting(position)}</Tag>}
      {minutes > 0 && <Tag>{words.hours(minutes / 60)}</Tag>}
    </Group>
  );
}

function Place({ shift: { shiftId, state, title }, when }: Readonly<{ shift: MyShift; when: string }>) {
  const words = useVolunteeringWords();
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: ['volunteering'] });
  const signUp = useMutation({
    mutationFn: () => volunteers.signUp({ shiftId }),
    onSuccess: ({ state: got }) => say(got === 'waiting' ? words.nowWaiting : words.nowConfirmed),
    onSettled,
  });
  const withdraw = useMutation({
    mutationFn: () => volunteers.withdraw({ shiftId }),
    onSuccess: () => say(words.withdrawn),
    onSettled,
  });
  const error = signUp.error ?? withdraw.error;
  return (
    <>
      {state === '' ? (
        <Action busy={signUp.isPending} aria-label={words.signUpOf(title, when)} onClick={() => signUp.mutate()}>
          {words.signUp}
        </Action>
      ) : (
        <Asked
          question={words.withdrawAsk}
          action={words.withdraw}
          label={words.withdrawOf(title, when)}
          busy={withdraw.isPending}
          onConfirm={() => withdraw.mutate()}
        />
      )}
      {error && (
        <Text component="div">
          <ProblemAlert error={error} />
        </Text>
      )}
    </>
  );
}
