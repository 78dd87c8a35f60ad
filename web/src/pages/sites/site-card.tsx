import { Button, Card, Group, Text, Title } from '@mantine/core';
import { IconBell, IconPencil, IconQrcode } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import type { SiteSummary } from '@guildhall/client';
import { useMay } from '../../api/session.ts';
import { useTimes } from '../../words/times.ts';
import { useWords } from '../../words/words.ts';
import { SiteDrawer } from './site-drawer.tsx';

const PostersDialog = lazy(async () => ({ default: (await import('./posters.tsx')).PostersDialog }));
const RemindersDialog = lazy(async () => ({ default: (await import('./reminders-dialog.tsx')).RemindersDialog }));

type Open = 'settings' | 'posters' | 'reminders';

/** A site, and what can be done with it. */
export function SiteCard({ site }: Readonly<{ site: SiteSummary }>) {
  const { sites: words, siteSettings } = useWords();
  const times = useTimes('UTC');
  const may = useMay();
  const [open, setOpen] = useState<Open>();
  const close = (): void => setOpen(undefined);
  return (
    <Card withBorder radius="lg">
      <Group justify="space-between" wrap="nowrap" align="flex-start" mb="sm">
        <div>
          <Title order={2} size="h4">
            {site.name}
          </Title>
          <Text size="sm" c="dimmed">
            {site.id} · {site.timeZone}
          </Text>
          <Text size="sm">{words.today(times.day(site.today))}</Text>
        </div>
        <Button
          variant="default"
          px="sm"
          miw={44}
          aria-label={words.edit(site.name)}
          onClick={() => setOpen('settings')}
        >
          <IconPencil size={20} aria-hidden />
        </Button>
      </Group>
      <Group gap="xs">
        <Button variant="default" leftSection={<IconQrcode size={20} aria-hidden />} onClick={() => setOpen('posters')}>
          {siteSettings.posters}
        </Button>
        {may('register.reminders.run') && (
          <Button
            variant="default"
            leftSection={<IconBell size={20} aria-hidden />}
            onClick={() => setOpen('reminders')}
          >
            {siteSettings.runReminders}
          </Button>
        )}
      </Group>
      {open === 'settings' && <SiteDrawer siteId={site.id} onClose={close} />}
      <Suspense>
        {open === 'posters' && <PostersDialog site={site} onClose={close} />}
        {open === 'reminders' && <RemindersDialog site={site} onClose={close} />}
      </Suspense>
    </Card>
  );
}
