import { Button, Stack, Text } from '@mantine/core';
import { IconArrowLeft, IconBellCog, IconPencil } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { api } from '../../api/api.ts';
import { useMay } from '../../api/session.ts';
import { ButtonLink } from '../../parts/button-link.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { useWords } from '../../words/words.ts';
import { EditPerson } from './edit-person.tsx';
import { PersonDetails } from './person-details.tsx';
import { PersonHistory } from './person-history.tsx';
import { PersonRecords } from './person-records.tsx';

/** Everything about one person that an administrator may see and do. */
export function PersonPage() {
  const { records: words, people } = useWords();
  const { personId } = useParams({ from: '/signed-in/people/$personId' });
  const may = useMay();
  const [isEditing, setEditing] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['people', 'one', personId],
    queryFn: () => api.identity.getPerson({ personId }),
  });
  const isOpen = data && data.status !== 'merged';
  const edit = isOpen && may('people.write') && (
    <Button leftSection={<IconPencil size={20} aria-hidden />} onClick={() => setEditing(true)}>
      {words.edit}
    </Button>
  );
  const notifications = isOpen && may('notifier.preferences.manage') && (
    <ButtonLink
      to="/people/$personId/notifications"
      params={{ personId }}
      variant="default"
      leftSection={<IconBellCog size={20} aria-hidden />}
    >
      {words.notifications}
    </ButtonLink>
  );
  const actions = isOpen && (
    <>
      {notifications}
      {edit}
    </>
  );
  return (
    <Page title={data?.displayName ?? people.title} actions={actions} size="sm">
      <Stack gap="lg">
        <Text>
          <Link to="/people" className="back">
            <IconArrowLeft size={18} aria-hidden /> {words.back}
          </Link>
        </Text>
        {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Loading height={320} />}
        {data && (
          <>
            <PersonDetails person={data} />
            {may('register.audit.read') && <PersonHistory personId={data.id} />}
            <PersonRecords person={data} />
          </>
        )}
      </Stack>
      {isEditing && data && <EditPerson person={data} onClose={() => setEditing(false)} />}
    </Page>
  );
}
