import { Group, Text } from '@mantine/core';
import type { Onboarding, Volunteer } from '@guildhall/client';
import { Section } from '../../parts/section.tsx';
import { Tag } from '../../parts/tag.tsx';
import { useTimes } from '../../words/times.ts';
import { useReason } from './reason.ts';
import { StateTag } from './state-tag.tsx';
import { useDay } from './use-day.ts';
import { useVolunteerWords, wordFor } from './words.ts';

/** Where somebody stands, why, and what happens next. */
export function OnboardingSection({ volunteer }: Readonly<{ volunteer: Volunteer }>) {
  const words = useVolunteerWords();
  const reasonOf = useReason();
  const dayOf = useDay();
  const { onboarding, status, leaveDate, leaveReason, pendingApproval } = volunteer;
  return (
    <Section title={words.state}>
      <Group gap="xs">
        <StateTag state={onboarding.state} />
        {pendingApproval && <Tag tone="note">{words.needsApproval}</Tag>}
        {status === 'leaving' && <Tag tone="note">{words.leavesOn(dayOf(leaveDate))}</Tag>}
        {status === 'left' && <Tag>{words.leftOn(dayOf(leaveDate))}</Tag>}
      </Group>
      {onboarding.reason && (
        <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
          {reasonOf(onboarding.reason)}
        </Text>
      )}
      {leaveReason && <Text style={{ overflowWrap: 'anywhere' }}>{leaveReason}</Text>}
      <div>
        <Text fw={600}>{words.whatNext}</Text>
        <Text>{wordFor(words.meaning, onboarding.state)}</Text>
      </div>
      <Steps onboarding={onboarding} />
    </Section>
  );
}

function Steps({ onboarding }: Readonly<{ onboarding: Onboarding }>) {
  const words = useVolunteerWords();
  const times = useTimes();
  const { invitedAt, invitesSent, joinedAt, completedAt, nextCheckAt } = onboarding;
  const steps = [
    invitedAt && { at: invitedAt, text: words.invites(invitesSent, times.ago(invitedAt)) },
    joinedAt && { at: joinedAt, text: words.joined(times.ago(joinedAt)) },
    completedAt && { at: completedAt, text: words.completed(times.ago(completedAt)) },
    nextCheckAt && { at: nextCheckAt, text: words.nextCheck(times.ahead(nextCheckAt)) },
  ].filter((step) => step !== undefined && step !== '');
  return (
    <div>
      {steps.map(({ at, text }) => (
        <Text key={text} size="sm" c="dimmed" title={times.moment(at)}>
          {text}
        </Text>
      ))}
    </div>
  );
}
