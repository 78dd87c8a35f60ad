import { Stack } from '@mantine/core';
import { api } from '../../api/api.ts';
import { Page } from '../../parts/page.tsx';
import { BackToMessages } from '../notifier-message/links.tsx';
import { NotificationForm, type NotificationSource } from '../profile/notification-form.tsx';
import { useNotificationWords } from '../profile/notification-words.ts';

const ofAll: NotificationSource = {
  queryKey: ['notifications', 'defaults'],
  read: () => api.notifier.getDefaultPreferences({}),
  write: (preferences) => api.notifier.setDefaultPreferences({ preferences }),
};

/** What people are told who never said anything else. */
export function DefaultNotificationsPage() {
  const words = useNotificationWords();
  return (
    <Page title={words.defaults} size="sm">
      <Stack gap="lg">
        <BackToMessages />
        <NotificationForm source={ofAll} title={words.title} hint={words.defaultsHint} noZone={words.zoneNone} />
      </Stack>
    </Page>
  );
}
