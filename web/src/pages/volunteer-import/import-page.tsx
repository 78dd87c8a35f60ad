import { Stack, Text } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Page } from '../../parts/page.tsx';
import { Sections } from '../volunteers/sections.tsx';
import { useVolunteerWords } from '../volunteers/words.ts';
import { Earlier } from './earlier.tsx';
import { OneImport } from './one-import.tsx';
import { Upload } from './upload.tsx';
import { useImportWords } from './words.ts';

/** A list of volunteers from a file: looked at first, then worked off while one may leave. */
export function ImportPage() {
  const words = useImportWords();
  const { import: title } = useVolunteerWords();
  const { run } = useSearch({ from: '/signed-in/volunteers/import' });
  const navigate = useNavigate();
  const open = (importId?: string): void =>
    void navigate({ to: '/volunteers/import', search: importId ? { run: importId } : {} });
  return (
    <Page title={title}>
      <Sections />
      <Stack gap="lg">
        <Text c="dimmed">{words.hint}</Text>
        {run ? <OneImport importId={run} onOpen={open} /> : <Upload onStarted={open} />}
        <Earlier onOpen={open} />
      </Stack>
    </Page>
  );
}
