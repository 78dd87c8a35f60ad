import { Button, Group } from '@mantine/core';
import type { Volunteer } from '@guildhall/client';
import { useState } from 'react';
import { useMay } from '../../api/session.ts';
import { volunteers } from '../../api/volunteers.ts';
import { Section } from '../../parts/section.tsx';
import { AskedAct } from './asked-act.tsx';
import { LeaveDialog } from './leave-dialog.tsx';
import { LinkDialog } from './link-dialog.tsx';
import { nameOf } from './place.ts';
import { useVolunteerWords } from './words.ts';

const invited = new Set(['NOT_IN_WORKSPACE', 'EXPIRED', 'WAITING_FOR_LINK']);

/** What can be done with somebody, each after one question. */
export function ActsSection({ volunteer }: Readonly<{ volunteer: Volunteer }>) {
  const words = useVolunteerWords();
  const may = useMay();
  const [mayWrite, mayLink, mayOffboard] = ['write', 'admin', 'offboard'].map((right) => may(`volunteers.${right}`));
  if (!mayWrite && !mayLink && !mayOffboard) return null;
  const isHere = volunteer.status !== 'left';
  return (
    <Section title={words.acts}>
      <Group gap="sm">
        {mayWrite && isHere && invited.has(volunteer.onboarding.state) && <Resend volunteer={volunteer} />}
        {mayLink && isHere && <Account volunteer={volunteer} />}
        {mayOffboard && <Leaving volunteer={volunteer} />}
      </Group>
    </Section>
  );
}

type Props = Readonly<{ volunteer: Volunteer }>;

function Resend({ volunteer }: Props) {
  const words = useVolunteerWords();
  const { volunteerId, email } = volunteer;
  return (
    <AskedAct
      question={words.resendAsk(nameOf(volunteer), email)}
      action={words.resend}
      done={words.resent}
      act={() => volunteers.resendInvite({ volunteerId })}
    />
  );
}

function Account({ volunteer }: Props) {
  const words = useVolunteerWords();
  const [isLinking, link] = useState(false);
  const { volunteerId, slackUserId } = volunteer;
  return (
    <>
      <Button variant="default" onClick={() => link(true)}>
        {words.link}
      </Button>
      {slackUserId && (
        <AskedAct
          question={words.unlinkAsk(nameOf(volunteer))}
          action={words.unlink}
          done={words.unlinked}
          act={() => volunteers.unlinkSlack({ volunteerId })}
        />
      )}
      {isLinking && <LinkDialog volunteer={volunteer} onClose={() => link(false)} />}
    </>
  );
}

function Leaving({ volunteer }: Props) {
  const words = useVolunteerWords();
  const [isLeaving, leave] = useState(false);
  const { volunteerId, status } = volunteer;
  return (
    <>
      {status === 'active' ? (
        <Button variant="default" onClick={() => leave(true)}>
          {words.leave}
        </Button>
      ) : (
        <AskedAct
          question={words.reinstateAsk(nameOf(volunteer))}
          action={status === 'left' ? words.reinstate : words.keep}
          done={words.reinstated}
          act={() => volunteers.reinstate({ volunteerId })}
        />
      )}
      {isLeaving && <LeaveDialog volunteer={volunteer} onClose={() => leave(false)} />}
    </>
  );
}
