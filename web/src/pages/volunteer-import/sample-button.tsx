import { Button, Group } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { saveFile } from '../../parts/save-file.ts';
import { useImportWords } from './words.ts';

const columns = ['volunteer_id', 'email', 'first_name', 'last_name', 'phone', 'area', 'district', 'branch', 'role'];

/** A list with the names of its columns and nothing else. */
export function SampleButton() {
  const words = useImportWords();
  const save = (): void => saveFile('volunteers.csv', new Blob([`${columns.join(',')}\r\n`], { type: 'text/csv' }));
  return (
    <Group>
      <Button variant="subtle" leftSection={<IconDownload size={20} aria-hidden />} onClick={save}>
        {words.sample}
      </Button>
    </Group>
  );
}
