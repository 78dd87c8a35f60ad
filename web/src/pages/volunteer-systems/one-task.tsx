import { Text } from '@mantine/core';
import { IconCircleCheck, IconListCheck } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Task } from '@guildhall/client';
import { volunteers } from '../../api/volunteers.ts';
import { Action } from '../../parts/action.tsx';
import { say } from '../../parts/notice.ts';
import { Own } from '../../parts/own.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { useTimes } from '../../words/times.ts';
import { useReason } from '../volunteers/reason.ts';
import { wordFor } from '../volunteers/words.ts';
import { useSystemWords } from './words.ts';

/** Something that a person has to do. One that can be verified is done when the system shows it. */
export function OneTask({ task }: Readonly<{ task: Task }>) {
  const words = useSystemWords();
  const times = useTimes();
  const reasonOf = useReason();
  const client = useQueryClient();
  const { taskId, kind, subject, state, detail, verified, createdAt, doneAt, volunteerId, name } = task;
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => volunteers.completeTask({ taskId }),
    onSuccess: (after) => say(after.state === 'done' ? words.taskDone : words.taskStillOpen),
    onSettled: () => client.invalidateQueries({ queryKey: ['volunteers'] }),
  });
  const what = [wordFor(words.kinds, kind), subject].filter(Boolean).join(': ');
  const act = verified ? words.taskCheck : words.taskDo;
  const hint = [
    detail && reasonOf(detail),
    doneAt ? words.taskDoneBy(times.ago(doneAt)) : words.taskSince(times.ago(createdAt)),
    verified && !doneAt && words.taskVerified,
  ];
  return (
    <>
      <Own
        icon={state === 'done' ? IconCircleCheck : IconListCheck}
        title={what}
        hint={
          <>
            {volunteerId && (
              <Text>
                <Link to="/volunteers/$volunteerId" params={{ volunteerId }}>
                  {name || volunteerId}
                </Link>
              </Text>
            )}
            {hint.filter(Boolean).join(' · ')}
          </>
        }
      >
        {state === 'open' && (
          <Action variant="default" busy={isPending} aria-label={`${act}: ${what}`} onClick={() => mutate()}>
            {act}
          </Action>
        )}
      </Own>
      {error && <ProblemAlert error={error} />}
    </>
  );
}
