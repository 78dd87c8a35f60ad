import { Stack, Text } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { api } from '../../api/api.ts';
import { Page } from '../../parts/page.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { NotificationForm, type NotificationSource } from '../profile/notification-form.tsx';
import { useNotificationWords } from '../profile/notification-words.ts';

const sourceOf = (personId: string): NotificationSource => ({
  queryKey: ['notifications', 'of', personId],
  read: () => api.notifier.getPersonPreferences({ personId }),
  write: (preferences) => api.notifier.setPersonPreferences({ personId, preferences }),
});

/** What somebody else is told, changed for them. */
export function PersonNotificationsPage() {
  const words = useNotificationWords();
  const { personId } = useParams({ from: '/signed-in/people/$personId/notifications' });
  const source = useMemo(() => sourceOf(personId), [personId]);
  const { data, error, refetch } = useQuery({
    queryKey: ['people', 'one', personId],
    queryFn: () => api.identity.getPerson({ personId }),
  });
  const name = data?.displayName ?? '';
  return (
    <Page title={name ? words.titleOf(name) : words.title} size="sm">
      <Stack gap="lg">
        <Text>
          <Link to="/people/$personId" params={{ personId }} className="back">
            <IconArrowLeft size={18} aria-hidden /> {name || words.backToPerson}
          </Link>
        </Text>
        {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
        {data && (
          <NotificationForm source={source} title={words.title} hint={words.hintOf(name)} noZone={words.zoneProfile} />
        )}
      </Stack>
    </Page>
  );
}
