import './sites.css';
import { Button, Group, Text, Title } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/api.ts';
import type { SiteSummary } from '@guildhall/client';
import { Dialog } from '../../parts/dialog.tsx';
import { Loading } from '../../parts/loading.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { saveFile } from '../../parts/save-file.ts';
import { useWords } from '../../words/words.ts';

/** The codes that hang by the doors: shown, printed, or taken as pictures. */
export function PostersDialog({ site, onClose }: Readonly<{ site: SiteSummary; onClose: () => void }>) {
  const { siteSettings: words } = useWords();
  const doors = [{ id: '', name: words.posterWhole }, ...site.entranceDetails];
  return (
    <Dialog kind="drawer" title={words.posters} onClose={onClose}>
      <div className="posters">
        <Text c="dimmed" className="no-print">
          {words.postersHint}
        </Text>
        {doors.map((door) => (
          <Poster key={door.id} site={site} door={door} />
        ))}
        <Button
          className="no-print"
          variant="default"
          leftSection={<IconPrinter size={20} aria-hidden />}
          onClick={() => window.print()}
        >
          {words.print}
        </Button>
      </div>
    </Dialog>
  );
}

type Props = Readonly<{ site: SiteSummary; door: Readonly<{ id: string; name: string }> }>;

function Poster({ site, door }: Props) {
  const { siteSettings: words } = useWords();
  const asked = { siteId: site.id, ...(door.id && { entrance: door.id }) };
  const { data, error, refetch } = useQuery({
    queryKey: ['poster', site.id, door.id],
    queryFn: async () => (await api.register.getQrSvg(asked)).text(),
    staleTime: 60_000,
  });
  const stem = `${site.id} ${door.id || 'site'}`;
  return (
    <section className="poster" aria-label={words.posterOf(door.name)}>
      <Title order={3} size="h4">
        {site.name}
      </Title>
      <Text>{door.name}</Text>
      {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading height={220} />}
      {data && <img src={`data:image/svg+xml,${encodeURIComponent(data)}`} alt={words.posterAlt(door.name)} />}
      <Text fw={600}>{words.posterText}</Text>
      <Group gap="xs" className="no-print">
        <Button
          variant="default"
          disabled={!data}
          onClick={() => saveFile(`${stem}.svg`, new Blob([data ?? ''], { type: 'image/svg+xml' }))}
        >
          {words.svg}
        </Button>
        <Button
          variant="default"
          onClick={() => void api.register.getQrPng(asked).then((png) => saveFile(`${stem}.png`, png))}
        >
          {words.png}
        </Button>
      </Group>
    </section>
  );
}
