import { TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Application } from '@guildhall/client';
import { useState } from 'react';
import { volunteers } from '../../api/volunteers.ts';
import { Action } from '../../parts/action.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Form, Unplaced } from '../../parts/form.tsx';
import { say } from '../../parts/notice.ts';
import { refusalOf } from '../../parts/refusal.ts';
import { inputOf } from '../volunteers/assignment-form.ts';
import { GivenByRole } from '../volunteers/given-by-role.tsx';
import { ListsNeeded } from '../volunteers/lists-needed.tsx';
import { placesQuery } from '../volunteers/queries.ts';
import { RoleAndPlace } from '../volunteers/role-and-place.tsx';
import { useApplyWords } from './words.ts';

type Props = Readonly<{ application: Application; name: string; onClose: () => void }>;

/** Makes a volunteer of somebody who applied. */
export function ApproveDrawer({ application, name, onClose }: Props) {
  const words = useApplyWords();
  return (
    <Dialog kind="drawer" title={words.approveOf(name)} onClose={onClose}>
      <ListsNeeded>
        <ApproveForm application={application} name={name} onClose={onClose} />
      </ListsNeeded>
    </Dialog>
  );
}

function ApproveForm({ application, name, onClose }: Props) {
  const words = useApplyWords();
  const client = useQueryClient();
  const { applicationId, area, district, branch } = application;
  const places = useQuery(placesQuery).data ?? [];
  const wished = places.find((one) => one.area === area && one.district === district && one.branch === branch);
  const [form, setForm] = useState({ role: '', placeId: wished?.locationId ?? '', from: '', to: '' });
  const [volunteerId, setVolunteerId] = useState('');
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => volunteers.approveApplication({ applicationId, ...inputOf(form, places), volunteerId }),
    onSuccess: async () => {
      say(words.approvedNow(name));
      await client.invalidateQueries({ queryKey: ['volunteers'] });
      onClose();
    },
  });
  const refusal = refusalOf(error, ['role', 'area', 'district', 'branch', 'volunteerId']);
  return (
    <Form refusal={refusal} onSubmit={() => isPending || mutate()}>
      <RoleAndPlace
        value={form}
        refusal={refusal}
        prefix=""
        onChange={(change) => setForm((before) => ({ ...before, ...change }))}
      />
      <GivenByRole assignment={form} />
      <TextInput
        label={words.volunteerId}
        description={words.volunteerIdHint}
        value={volunteerId}
        maxLength={32}
        onChange={({ currentTarget }) => setVolunteerId(currentTarget.value)}
        error={refusal.at('volunteerId')}
      />
      <Unplaced refusal={refusal} />
      <Action type="submit" busy={isPending}>
        {words.approve}
      </Action>
    </Form>
  );
}
