import { Stack } from '@mantine/core';
import { useSession } from '../../api/session.ts';
import { Page } from '../../parts/page.tsx';
import { useWords } from '../../words/words.ts';
import { Contacts } from './contacts.tsx';
import { Devices } from './devices.tsx';
import { Names } from './names.tsx';
import { PersonalAddress } from './personal-address.tsx';

export function ProfilePage() {
  const { profile } = useWords();
  const { person } = useSession();
  return (
    <Page title={profile.title} size="sm">
      <Stack gap="lg">
        <Names person={person} />
        <Contacts contacts={person.contacts} />
        <Devices />
        <PersonalAddress />
      </Stack>
    </Page>
  );
}
