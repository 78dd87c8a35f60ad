import { Button, Text } from '@mantine/core';
import { IconUser } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Application } from '@guildhall/client';
import { useState } from 'react';
import { volunteers } from '../../api/volunteers.ts';
import { say } from '../../parts/notice.ts';
import { Own } from '../../parts/own.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { Tag } from '../../parts/tag.tsx';
import { useTimes } from '../../words/times.ts';
import { ReasonDialog } from '../volunteers/decide.tsx';
import { placeText } from '../volunteers/place.ts';
import { wordFor } from '../volunteers/words.ts';
import { ApproveDrawer } from './approve-drawer.tsx';
import { useApplyWords } from './words.ts';

/** One who applied: what they wrote, and the answer. */
export function OneApplication({ application }: Readonly<{ application: Application }>) {
  const words = useApplyWords();
  const times = useTimes();
  const { firstName, lastName, email, phone, wish, state, appliedAt, reason, volunteerId, alreadyVolunteer } =
    application;
  const facts = [placeText(application), email, phone, words.since(times.ago(appliedAt)), reason];
  return (
    <Own
      icon={IconUser}
      title={`${firstName} ${lastName}`}
      hint={
        <>
          {facts.filter(Boolean).join(' · ')}
          {wish && <Text style={{ whiteSpace: 'pre-line' }}>{wish}</Text>}
          {volunteerId && (
            <Link to="/volunteers/$volunteerId" params={{ volunteerId }}>
              {words.open}
            </Link>
          )}
        </>
      }
      tags={
        <>
          {state !== 'waiting' && (
            <Tag tone={state === 'approved' ? 'good' : 'bad'}>{wordFor(words.listStates, state)}</Tag>
          )}
          {alreadyVolunteer && <Tag tone="note">{words.already}</Tag>}
        </>
      }
    >
      {state === 'waiting' && <Answer application={application} />}
    </Own>
  );
}

function Answer({ application }: Readonly<{ application: Application }>) {
  const words = useApplyWords();
  const client = useQueryClient();
  const [open, setOpen] = useState<'approve' | 'refuse'>();
  const { applicationId, firstName, lastName } = application;
  const name = `${firstName} ${lastName}`;
  const refuse = useMutation({
    mutationFn: (reason: string) => volunteers.refuseApplication({ applicationId, reason }),
    onSuccess: () => say(words.refusedNow(name)),
    onSettled: () => client.invalidateQueries({ queryKey: ['volunteers', 'applications'] }),
  });
  const close = (): void => setOpen(undefined);
  return (
    <>
      <Button aria-label={words.approveOf(name)} onClick={() => setOpen('approve')}>
        {words.approve}
      </Button>
      <Button variant="default" aria-label={words.refuseOf(name)} onClick={() => setOpen('refuse')}>
        {words.refuse}
      </Button>
      {refuse.error && <ProblemAlert error={refuse.error} />}
      {open === 'approve' && <ApproveDrawer application={application} name={name} onClose={close} />}
      {open === 'refuse' && (
        <ReasonDialog
          title={words.refuseOf(name)}
          action={words.refuse}
          onClose={close}
          onReason={(reason) => {
            close();
            refuse.mutate(reason);
          }}
        />
      )}
    </>
  );
}
