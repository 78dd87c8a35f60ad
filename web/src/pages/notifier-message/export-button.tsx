import { Button, Stack } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/api.ts';
import { Action } from '../../parts/action.tsx';
import { Choice } from '../../parts/choice.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { saveFile } from '../../parts/save-file.ts';
import { type MessageSearch, requestOf } from './search.ts';
import { useNotifierWords } from './words.ts';

const formats = ['xlsx', 'csv', 'json'] as const;

/** What the search finds, as a file. */
export function ExportButton({ search }: Readonly<{ search: MessageSearch }>) {
  const words = useNotifierWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" leftSection={<IconDownload size={20} aria-hidden />} onClick={() => setOpen(true)}>
        {words.file}
      </Button>
      {isOpen && <ExportDialog search={search} onClose={() => setOpen(false)} />}
    </>
  );
}

function ExportDialog({ search, onClose }: Readonly<{ search: MessageSearch; onClose: () => void }>) {
  const words = useNotifierWords();
  const [format, setFormat] = useState<(typeof formats)[number]>('xlsx');
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => {
      const answer = await api.notifier.exportMessages({ ...requestOf(search), format });
      saveFile(`messages.${format}`, answer);
    },
    onSuccess: onClose,
  });
  return (
    <Dialog kind="question" title={words.file} onClose={onClose}>
      <Stack gap="md">
        <Choice
          legend={words.format}
          value={format}
          options={formats.map((value) => ({ value, label: value.toUpperCase() }))}
          onChange={setFormat}
        />
        {error && <ProblemAlert error={error} />}
        <Action busy={isPending} onClick={() => mutate()}>
          {words.file}
        </Action>
      </Stack>
    </Dialog>
  );
}
