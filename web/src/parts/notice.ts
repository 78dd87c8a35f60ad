import { notifications } from '@mantine/notifications';

/** Says for some seconds that something was done. */
export const say = (message: string): void => {
  notifications.show({ message, color: 'teal', autoClose: 5_000, role: 'status' });
};
