import { Card, Fieldset, Stack } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import type { Assignment, Volunteer } from '@guildhall/client';
import { useState } from 'react';
import { volunteers } from '../../api/volunteers.ts';
import { Action } from '../../parts/action.tsx';
import { Form, Unplaced } from '../../parts/form.tsx';
import { Loading } from '../../parts/loading.tsx';
import { say } from '../../parts/notice.ts';
import { Page } from '../../parts/page.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { refusalOf } from '../../parts/refusal.ts';
import { useWords } from '../../words/words.ts';
import { AccessPreview } from './access-preview.tsx';
import { type AssignmentForm, changeOf, formOf, openOf } from './assignment-form.ts';
import { AssignmentInputs } from './assignment-inputs.tsx';
import { BackToVolunteer } from './back.tsx';
import { Conflict } from './conflict.tsx';
import { ListsNeeded } from './lists-needed.tsx';
import { nameOf, placeText } from './place.ts';
import { ProfileInputs, profileInputs } from './profile-inputs.tsx';
import { placesQuery, volunteerQuery } from './queries.ts';
import { useVolunteerWords } from './words.ts';

/** Names, address, roles and places of somebody, with what a change gives and takes. */
export function EditVolunteerPage() {
  const words = useVolunteerWords();
  const { volunteerId } = useParams({ from: '/signed-in/volunteers/$volunteerId/edit' });
  const { data, error, refetch } = useQuery({ ...volunteerQuery(volunteerId), refetchInterval: false });
  const name = data ? nameOf(data) : volunteerId;
  return (
    <Page title={words.editOf(name)} size="sm">
      <BackToVolunteer volunteerId={volunteerId} name={name} />
      {error && !data && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading height={480} />}
      {data && (
        <ListsNeeded>
          <EditForm volunteer={data} />
        </ListsNeeded>
      )}
    </Page>
  );
}

type Forms = Readonly<Record<string, AssignmentForm>>;

function useEdited(volunteer: Volunteer) {
  const { firstName, lastName, email, phone } = volunteer;
  const places = useQuery(placesQuery).data ?? [];
  const open = openOf(volunteer.assignments);
  const [version, setVersion] = useState(volunteer.version);
  const [profile, setProfile] = useState({ firstName, lastName, email, phone });
  const [forms, setForms] = useState<Forms>(() =>
    Object.fromEntries(open.map((one) => [one.assignmentId, formOf(one)])),
  );
  const formFor = (one: Assignment): AssignmentForm => forms[one.assignmentId] ?? formOf(one);
  const changes = open.flatMap((one) => changeOf(one, formFor(one), places) ?? []);
  const set = (one: Assignment, change: Partial<AssignmentForm>): void =>
    setForms((before) => ({ ...before, [one.assignmentId]: { ...formFor(one), ...change } }));
  return { version, setVersion, profile, setProfile, open, formFor, changes, set };
}

function EditForm({ volunteer }: Readonly<{ volunteer: Volunteer }>) {
  const words = useVolunteerWords();
  const { app } = useWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { volunteerId } = volunteer;
  const { version, setVersion, profile, setProfile, open, formFor, changes, set } = useEdited(volunteer);
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: () => volunteers.updateVolunteer({ volunteerId, ...profile, assignments: changes, version }),
    onSuccess: async () => {
      say(app.saved);
      await client.invalidateQueries({ queryKey: ['volunteers'] });
      await navigate({ to: '/volunteers/$volunteerId', params: { volunteerId } });
    },
  });
  const refusal = refusalOf(error, [...profileInputs, ...changes.map((_, index) => `assignments.${index}`)]);
  const adopt = (newest: number): void => {
    setVersion(newest);
    reset();
  };
  return (
    <Card withBorder radius="lg">
      <Form refusal={refusal} onSubmit={() => isPending || mutate()}>
        <ProfileInputs
          value={profile}
          refusal={refusal}
          onChange={(change) => setProfile((before) => ({ ...before, ...change }))}
        />
        {open.map((one) => (
          <Fieldset key={one.assignmentId} legend={`${one.roleLabel}, ${placeText(one)}`}>
            <Stack gap="md">
              <AssignmentInputs
                value={formFor(one)}
                refusal={refusal}
                prefix={`assignments.${changes.findIndex(({ assignmentId }) => assignmentId === one.assignmentId)}.`}
                onChange={(change) => set(one, change)}
              />
            </Stack>
          </Fieldset>
        ))}
        <AccessPreview volunteerId={volunteerId} assignments={changes} />
        <Conflict error={error} volunteerId={volunteerId} onAdopt={adopt} />
        <Unplaced refusal={refusal} />
        <Action type="submit" busy={isPending}>
          {words.save}
        </Action>
      </Form>
    </Card>
  );
}
