import { Card, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { volunteers } from '../../api/volunteers.ts';
import { Action } from '../../parts/action.tsx';
import { Form, Unplaced } from '../../parts/form.tsx';
import { say } from '../../parts/notice.ts';
import { Page } from '../../parts/page.tsx';
import { refusalOf } from '../../parts/refusal.ts';
import { type AssignmentForm, blankAssignment, inputOf } from './assignment-form.ts';
import { AssignmentInputs } from './assignment-inputs.tsx';
import { BackToVolunteers } from './back.tsx';
import { GivenByRole } from './given-by-role.tsx';
import { ListsNeeded } from './lists-needed.tsx';
import { nameOf } from './place.ts';
import { ProfileInputs, profileInputs } from './profile-inputs.tsx';
import { placesQuery } from './queries.ts';
import { useVolunteerWords } from './words.ts';

const blank = { volunteerId: '', firstName: '', lastName: '', email: '', phone: '' };
const inputs = ['volunteerId', ...profileInputs, 'assignments.0'];

function useAdd(profile: typeof blank, assignment: AssignmentForm) {
  const words = useVolunteerWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const places = useQuery(placesQuery).data ?? [];
  return useMutation({
    mutationFn: () => volunteers.createVolunteer({ ...profile, assignments: [inputOf(assignment, places)] }),
    onSuccess: async (created) => {
      const { volunteerId, pendingApproval } = created;
      say(pendingApproval ? words.createdPending(nameOf(created)) : words.created(nameOf(created)));
      await client.invalidateQueries({ queryKey: ['volunteers', 'list'] });
      await navigate({ to: '/volunteers/$volunteerId', params: { volunteerId } });
    },
  });
}

/** Somebody new. What the role gives follows by itself. */
export function AddVolunteerPage() {
  const words = useVolunteerWords();
  const [profile, setProfile] = useState(blank);
  const [assignment, setAssignment] = useState(blankAssignment);
  const { mutate, isPending, error } = useAdd(profile, assignment);
  const refusal = refusalOf(error, inputs);
  const set = (change: Partial<typeof blank>): void => setProfile((before) => ({ ...before, ...change }));
  return (
    <Page title={words.add} size="sm">
      <BackToVolunteers />
      <ListsNeeded>
        <Card withBorder radius="lg">
          <Form refusal={refusal} onSubmit={() => isPending || mutate()}>
            <TextInput
              label={words.volunteerId}
              description={words.volunteerIdHint}
              value={profile.volunteerId}
              onChange={({ currentTarget }) => set({ volunteerId: currentTarget.value })}
              error={refusal.at('volunteerId')}
              autoComplete="off"
              maxLength={32}
            />
            <ProfileInputs value={profile} refusal={refusal} onChange={set} />
            <AssignmentInputs
              value={assignment}
              refusal={refusal}
              prefix="assignments.0."
              onChange={(change) => setAssignment((before) => ({ ...before, ...change }))}
            />
            <GivenByRole assignment={assignment} />
            <Unplaced refusal={refusal} />
            <Action type="submit" busy={isPending}>
              {words.saveNew}
            </Action>
          </Form>
        </Card>
      </ListsNeeded>
    </Page>
  );
}
