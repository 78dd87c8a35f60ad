import { api } from '../../api/api.ts';
import { NotificationForm, type NotificationSource } from './notification-form.tsx';
import { useNotificationWords } from './notification-words.ts';

const own: NotificationSource = {
  queryKey: ['notifications'],
  read: () => api.notifier.getMyPreferences(),
  write: (preferences) => api.notifier.setMyPreferences({ preferences }),
};

/** What one is told oneself. */
export function Notifications() {
  const words = useNotificationWords();
  return <NotificationForm source={own} title={words.title} hint={words.hint} noZone={words.zoneProfile} />;
}
