import { IconPencil, IconUserOff } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { Volunteer } from '@guildhall/client';
import { isProblem } from '../../api/problem.ts';
import { useMay } from '../../api/session.ts';
import { ButtonLink } from '../../parts/button-link.tsx';
import { Empty } from '../../parts/empty.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { AccessSection } from './access-section.tsx';
import { ActsSection } from './acts-section.tsx';
import { BackToVolunteers } from './back.tsx';
import { HoursSection } from './hours-section.tsx';
import { OnboardingSection } from './onboarding-section.tsx';
import { nameOf } from './place.ts';
import { ProfileSection } from './profile-section.tsx';
import { volunteerQuery } from './queries.ts';
import { RolesSection } from './roles-section.tsx';
import { TasksOf } from './tasks-of.tsx';
import { TimelineSection } from './timeline-section.tsx';
import { useVolunteerWords } from './words.ts';
import './volunteers.css';

/** Everything about one volunteer: who, which roles, what follows from them and what happened. */
export function VolunteerPage() {
  const words = useVolunteerWords();
  const { volunteerId } = useParams({ from: '/signed-in/volunteers/$volunteerId' });
  const { data, error, refetch } = useQuery(volunteerQuery(volunteerId));
  const isUnknown = isProblem(error, 'volunteers.volunteer_not_found');
  const title = data ? (data.erased ? words.erased : nameOf(data)) : words.title;
  return (
    <Page title={title} size="lg" actions={data && <EditLink volunteer={data} />}>
      <BackToVolunteers />
      {isUnknown && <Empty icon={IconUserOff} title={words.unknown} hint={words.unknownHint} />}
      {error && !data && !isUnknown && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading height={480} />}
      {data && <Everything volunteer={data} />}
    </Page>
  );
}

function EditLink({ volunteer: { volunteerId, status } }: Readonly<{ volunteer: Volunteer }>) {
  const words = useVolunteerWords();
  const may = useMay();
  if (status === 'left' || !may('volunteers.write')) return null;
  return (
    <ButtonLink
      to="/volunteers/$volunteerId/edit"
      params={{ volunteerId }}
      variant="default"
      leftSection={<IconPencil size={20} aria-hidden />}
    >
      {words.edit}
    </ButtonLink>
  );
}

function Everything({ volunteer }: Readonly<{ volunteer: Volunteer }>) {
  const may = useMay();
  return (
    <div className="vol-cards">
      <OnboardingSection volunteer={volunteer} />
      <ProfileSection volunteer={volunteer} />
      <div className="vol-wide">
        <AccessSection memberships={volunteer.memberships} />
      </div>
      <div className="vol-wide">
        <RolesSection volunteer={volunteer} />
      </div>
      {may('volunteers.admin') && <TasksOf volunteerId={volunteer.volunteerId} />}
      <HoursSection volunteerId={volunteer.volunteerId} />
      {!volunteer.erased && (
        <div className="vol-wide">
          <ActsSection volunteer={volunteer} />
        </div>
      )}
      <div className="vol-wide">
        <TimelineSection volunteerId={volunteer.volunteerId} version={volunteer.version} />
      </div>
    </div>
  );
}
