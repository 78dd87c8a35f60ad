import { Stack } from '@mantine/core';
import { useSession } from '../../api/session.ts';
import { Page } from '../../parts/page.tsx';
import { useWords } from '../../words/words.ts';
import { Contacts } from './contacts.tsx';
import { Devices } from './devices.tsx';
import { KioskPin } from './kiosk-pin.tsx';
import { Names } from './names.tsx';
import { Notifications } from './notifications.tsx';
import { OwnData } from './own-data.tsx';
import { OwnVisits } from './own-visits.tsx';
import { Passkeys } from './passkeys.tsx';
import { Password } from './password.tsx';
import { PersonalAddress } from './personal-address.tsx';
import { Preferences } from './preferences.tsx';
import { ServiceLinks } from './service-links.tsx';

/** Everything that a person decides about themselves. */
export function ProfilePage() {
  const { profile } = useWords();
  const { person } = useSession();
  return (
    <Page title={profile.title} size="sm">
      <Stack gap="lg">
        <Names person={person} />
        <Contacts person={person} />
        <Preferences person={person} />
        <Notifications />
        <OwnVisits />
        <Passkeys />
        <Password />
        <ServiceLinks />
        <KioskPin />
        <Devices />
        <PersonalAddress />
        <OwnData />
      </Stack>
    </Page>
  );
}
