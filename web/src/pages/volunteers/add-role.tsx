import { useMutation, useQuery } from '@tanstack/react-query';
import type { Volunteer } from '@guildhall/client';
import { useState } from 'react';
import { volunteers } from '../../api/volunteers.ts';
import { Action } from '../../parts/action.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Form, Unplaced } from '../../parts/form.tsx';
import { say } from '../../parts/notice.ts';
import { refusalOf } from '../../parts/refusal.ts';
import { useWords } from '../../words/words.ts';
import { blankAssignment, inputOf } from './assignment-form.ts';
import { AssignmentInputs } from './assignment-inputs.tsx';
import { GivenByRole } from './given-by-role.tsx';
import { ListsNeeded } from './lists-needed.tsx';
import { placesQuery } from './queries.ts';
import { useChanged } from './use-changed.ts';
import { useVolunteerWords } from './words.ts';

/** One more role at a place. */
export function AddRole({ volunteer, onClose }: Readonly<{ volunteer: Volunteer; onClose: () => void }>) {
  const words = useVolunteerWords();
  const { app } = useWords();
  const changed = useChanged();
  const places = useQuery(placesQuery).data ?? [];
  const [form, setForm] = useState(blankAssignment);
  const { mutate, isPending, error } = useMutation({
    mutationFn: () =>
      volunteers.addAssignment({ volunteerId: volunteer.volunteerId, assignment: inputOf(form, places) }),
    onSuccess: async (next) => {
      say(next.pendingApproval ? words.needsApproval : app.saved);
      await changed(next);
      onClose();
    },
  });
  const refusal = refusalOf(error, ['role', 'area', 'district', 'branch', 'from', 'to']);
  return (
    <Dialog kind="drawer" title={words.addRole} onClose={onClose}>
      <ListsNeeded>
        <Form refusal={refusal} onSubmit={() => isPending || mutate()}>
          <AssignmentInputs
            value={form}
            refusal={refusal}
            prefix=""
            onChange={(change) => setForm((before) => ({ ...before, ...change }))}
          />
          <GivenByRole assignment={form} />
          <Unplaced refusal={refusal} />
          <Action type="submit" busy={isPending}>
            {words.addRole}
          </Action>
        </Form>
      </ListsNeeded>
    </Dialog>
  );
}
