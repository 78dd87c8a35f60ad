import { Button, Group, Stack, Text } from '@mantine/core';
import { IconMailForward, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../api/api.ts';
import type { ScheduledExport, SiteSummary } from '@guildhall/client';
import { Empty } from '../../../parts/empty.tsx';
import { Loading } from '../../../parts/loading.tsx';
import { ProblemAlert } from '../../../parts/problem.tsx';
import { useWords } from '../../../words/words.ts';
import { ExportCard } from './export-card.tsx';
import { ExportDrawer } from './export-drawer.tsx';

/** The reports that a site sends by itself. */
export function Exports({ site }: Readonly<{ site: SiteSummary }>) {
  const { reports: words } = useWords();
  const [open, setOpen] = useState<ScheduledExport | 'new'>();
  const { data, error, refetch } = useQuery({
    queryKey: ['exports', site.id],
    queryFn: async () => (await api.register.listExports({ siteId: site.id })).exports,
  });
  const add = (
    <Button leftSection={<IconPlus size={20} aria-hidden />} onClick={() => setOpen('new')}>
      {words.exportAdd}
    </Button>
  );
  return (
    <Stack gap="md">
      <Group justify="space-between" gap="sm">
        <Text c="dimmed">{words.exportsHint}</Text>
        {data && data.length > 0 && add}
      </Group>
      {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading height={160} />}
      {data?.length === 0 && <Empty icon={IconMailForward} title={words.exportsNone} action={add} />}
      {data?.map((one) => (
        <ExportCard key={one.id} scheduled={one} site={site} onEdit={() => setOpen(one)} />
      ))}
      {open && (
        <ExportDrawer site={site} scheduled={open === 'new' ? undefined : open} onClose={() => setOpen(undefined)} />
      )}
    </Stack>
  );
}
