import './volunteering.css';
import { Alert, Stack, Text } from '@mantine/core';
import { IconBriefcase, IconBrandSlack, IconHash, IconHeartHandshake } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import type { MyVolunteering, Volunteer } from '@guildhall/client';
import { volunteers } from '../../api/volunteers.ts';
import { ButtonLink } from '../../parts/button-link.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Own } from '../../parts/own.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemAlert, WhomToAsk } from '../../parts/problem.tsx';
import { Section } from '../../parts/section.tsx';
import { placeText } from '../volunteers/place.ts';
import { StateTag } from '../volunteers/state-tag.tsx';
import { useDay } from '../volunteers/use-day.ts';
import { wordFor } from '../volunteers/words.ts';
import { MyHours } from './my-hours.tsx';
import { MyShifts } from './my-shifts.tsx';
import { useVolunteeringWords } from './words.ts';

/** What somebody is here as a volunteer, and how to join. */
export function VolunteeringPage() {
  const words = useVolunteeringWords();
  const { data, error, refetch } = useQuery({
    queryKey: ['volunteering', 'me'],
    queryFn: () => volunteers.getMyVolunteering(),
  });
  return (
    <Page title={words.title}>
      <Stack gap="lg">
        {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Loading height={320} />}
        {data && !data.volunteer && <NoVolunteer />}
        {data?.volunteer && <Mine volunteer={data.volunteer} mine={data} />}
      </Stack>
    </Page>
  );
}

function NoVolunteer() {
  const words = useVolunteeringWords();
  return (
    <>
      <Empty
        icon={IconHeartHandshake}
        title={words.none}
        hint={words.noneHint}
        action={<ButtonLink to="/volunteer">{words.apply}</ButtonLink>}
      />
      <WhomToAsk />
    </>
  );
}

type Props = Readonly<{ volunteer: Volunteer; mine: MyVolunteering }>;

function Mine({ volunteer, mine: { inviteUrl } }: Props) {
  const words = useVolunteeringWords();
  const dayOf = useDay();
  const { firstName, email, onboarding, leaveDate, pendingApproval, status } = volunteer;
  return (
    <>
      <Section title={words.hello(firstName)}>
        <div>
          <StateTag state={onboarding.state} />
        </div>
        <Text>{wordFor(words.steps, onboarding.state)}</Text>
        {pendingApproval && <Text>{words.pending}</Text>}
        {status === 'leaving' && <Text>{words.leaving(dayOf(leaveDate))}</Text>}
        {inviteUrl && <Join inviteUrl={inviteUrl} email={email} />}
        <WhomToAsk />
      </Section>
      <MyShifts />
      <RolesAndChannels volunteer={volunteer} />
      <MyHours />
    </>
  );
}

function Join({ inviteUrl, email }: Readonly<{ inviteUrl: string; email: string }>) {
  const words = useVolunteeringWords();
  return (
    <Alert color="teal" title={words.join}>
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{words.joinHint(email)}</Text>
        <a className="join-link" href={inviteUrl} target="_blank" rel="noopener noreferrer">
          <IconBrandSlack size={20} aria-hidden />
          {words.join}
        </a>
      </Stack>
    </Alert>
  );
}

function RolesAndChannels({ volunteer }: Readonly<{ volunteer: Volunteer }>) {
  const words = useVolunteeringWords();
  const current = volunteer.assignments.filter(({ state }) => state === 'active' || state === 'planned');
  const has = volunteer.memberships.filter(({ state }) => state === 'member');
  return (
    <>
      <Section title={words.roles}>
        {current.map((one) => (
          <Own key={one.assignmentId} icon={IconBriefcase} title={one.roleLabel} hint={placeText(one)} />
        ))}
      </Section>
      <Section title={words.channels}>
        {has.length === 0 && <Text c="dimmed">{words.channelsNone}</Text>}
        {has.map(({ channelId, channel }) => (
          <Own key={channelId} icon={IconHash} title={channel} />
        ))}
      </Section>
    </>
  );
}
