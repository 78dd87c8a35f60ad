import { Button, NativeSelect, Stack } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/api.ts';
import type { ExportSettings, SiteSummary } from '@guildhall/client';
import { Action } from '../../parts/action.tsx';
import { Choice } from '../../parts/choice.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { saveFile } from '../../parts/save-file.ts';
import { useWords } from '../../words/words.ts';

export const kinds = ['visits', 'summary', 'stats', 'occupancy'] as const;
export const formats = ['xlsx', 'csv', 'json'] as const;

type Props = Readonly<{ site: SiteSummary; from: string; to: string }>;

/** The same figures as a file. */
export function DownloadButton(props: Props) {
  const { reports: words } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button variant="default" leftSection={<IconDownload size={20} aria-hidden />} onClick={() => setOpen(true)}>
        {words.download}
      </Button>
      {isOpen && <DownloadDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function DownloadDialog({ site, from, to, onClose }: Props & Readonly<{ onClose: () => void }>) {
  const { reports: words } = useWords();
  const [kind, setKind] = useState<ExportSettings['kind']>('visits');
  const [format, setFormat] = useState<ExportSettings['format']>('xlsx');
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => {
      const answer = await api.register.exportReport({ siteId: site.id, kind, from, to, format });
      saveFile(`${site.id} ${kind} ${from === to ? from : `${from} ${to}`}.${format}`, answer);
    },
    onSuccess: onClose,
  });
  return (
    <Dialog kind="question" title={words.download} onClose={onClose}>
      <Stack gap="md">
        <NativeSelect
          label={words.downloadKind}
          data={kinds.map((value) => ({ value, label: words.kinds[value] }))}
          value={kind}
          onChange={({ currentTarget }) => setKind(currentTarget.value as typeof kind)}
        />
        <Choice
          legend={words.format}
          value={format}
          options={formats.map((value) => ({ value, label: value.toUpperCase() }))}
          onChange={setFormat}
        />
        {error && <ProblemAlert error={error} />}
        <Action busy={isPending} onClick={() => mutate()}>
          {words.download}
        </Action>
      </Stack>
    </Dialog>
  );
}
