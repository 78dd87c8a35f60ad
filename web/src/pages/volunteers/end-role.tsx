import { useMutation } from '@tanstack/react-query';
import type { Assignment, Volunteer } from '@guildhall/client';
import { volunteers } from '../../api/volunteers.ts';
import { Asked } from '../../parts/asked.tsx';
import { say } from '../../parts/notice.ts';
import { ProblemAlert } from '../../parts/problem.tsx';
import { nameOf, placeText } from './place.ts';
import { useChanged } from './use-changed.ts';
import { useVolunteerWords } from './words.ts';

type Props = Readonly<{ volunteer: Volunteer; assignment: Assignment }>;

export function EndRole({ volunteer, assignment }: Props) {
  const words = useVolunteerWords();
  const changed = useChanged();
  const { volunteerId } = volunteer;
  const { assignmentId, roleLabel } = assignment;
  const place = placeText(assignment);
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => volunteers.endAssignment({ volunteerId, assignmentId }),
    onSuccess: (next) => {
      say(words.ended);
      return changed(next);
    },
  });
  return (
    <>
      <Asked
        question={words.endAsk(nameOf(volunteer), roleLabel, place)}
        action={words.end}
        label={words.endOf(roleLabel, place)}
        busy={isPending}
        onConfirm={() => mutate()}
      />
      {error && <ProblemAlert error={error} />}
    </>
  );
}
