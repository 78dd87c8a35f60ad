import { Button, Stack } from '@mantine/core';
import { IconDeviceTablet, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../api/api.ts';
import { sitesQuery } from '../../api/sites.ts';
import type { Kiosk, PairingCode } from '@guildhall/client';
import { Empty } from '../../parts/empty.tsx';
import { Loading } from '../../parts/loading.tsx';
import { Page } from '../../parts/page.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { useWords } from '../../words/words.ts';
import { Badges } from './badges.tsx';
import { KioskCard } from './kiosk-card.tsx';
import { KioskDrawer } from './kiosk-drawer.tsx';
import { PairingDialog } from './pairing-dialog.tsx';

const refreshMs = 15_000;

/** The screens and readers by the doors, and the badges they know. */
export function KiosksPage() {
  const { admin } = useWords();
  const { kiosks: words } = admin;
  const [open, setOpen] = useState<Kiosk | 'new'>();
  const [pairing, setPairing] = useState<PairingCode>();
  const { data: sites = [] } = useQuery(sitesQuery);
  const { data, error, refetch } = useQuery({
    queryKey: ['kiosks'],
    queryFn: async () => (await api.register.listKiosks({})).kiosks,
    // Somebody types the code at the device, and wants to see here that it worked.
    refetchInterval: refreshMs,
  });
  const add = (
    <Button leftSection={<IconPlus size={20} aria-hidden />} onClick={() => setOpen('new')}>
      {words.add}
    </Button>
  );
  return (
    <Page title={words.title} actions={add}>
      <Stack gap="md">
        {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
        {!data && !error && <Loading height={160} />}
        {data?.length === 0 && <Empty icon={IconDeviceTablet} title={words.none} hint={words.noneHint} />}
        {data?.map((kiosk) => (
          <KioskCard
            key={kiosk.id}
            kiosk={kiosk}
            siteName={sites.find(({ id }) => id === kiosk.siteId)?.name ?? kiosk.siteId}
            onEdit={() => setOpen(kiosk)}
            onCode={setPairing}
          />
        ))}
        <Badges />
      </Stack>
      {open && (
        <KioskDrawer
          kiosk={open === 'new' ? undefined : open}
          sites={sites}
          onCode={setPairing}
          onClose={() => setOpen(undefined)}
        />
      )}
      {pairing && <PairingDialog pairing={pairing} onClose={() => setPairing(undefined)} />}
    </Page>
  );
}
