import './systems.css';
import { Stack } from '@mantine/core';
import { Page } from '../../parts/page.tsx';
import { Sections } from '../volunteers/sections.tsx';
import { useVolunteerWords } from '../volunteers/words.ts';
import { Connections } from './connections.tsx';
import { InviteLinks } from './invite-links.tsx';

/** By which link people join, and whether the systems can be used. */
export function ConnectionsPage() {
  const words = useVolunteerWords();
  return (
    <Page title={words.connections}>
      <Sections />
      <Stack gap="lg">
        <InviteLinks />
        <Connections />
      </Stack>
    </Page>
  );
}
