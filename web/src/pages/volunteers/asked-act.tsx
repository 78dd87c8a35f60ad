import { useMutation } from '@tanstack/react-query';
import type { Volunteer } from '@guildhall/client';
import { Asked } from '../../parts/asked.tsx';
import { say } from '../../parts/notice.ts';
import { ProblemAlert } from '../../parts/problem.tsx';
import { useChanged } from './use-changed.ts';

type Props = Readonly<{ question: string; action: string; done: string; act: () => Promise<Volunteer> }>;

/** Asks once, does something with a volunteer, and says that it was done. */
export function AskedAct({ question, action, done, act }: Props) {
  const changed = useChanged();
  const { mutate, isPending, error } = useMutation({
    mutationFn: act,
    onSuccess: (next) => {
      say(done);
      return changed(next);
    },
  });
  return (
    <>
      <Asked question={question} action={action} busy={isPending} onConfirm={() => mutate()} />
      {error && <ProblemAlert error={error} />}
    </>
  );
}
