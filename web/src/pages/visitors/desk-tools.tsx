import { Button } from '@mantine/core';
import { IconCertificate, IconEye, IconSettings } from '@tabler/icons-react';
import { useState } from 'react';
import type { SiteSummary } from '@guildhall/client';
import { useMay } from '../../api/session.ts';
import { Inductions } from './inductions.tsx';
import { ReceptionDrawer } from './reception-drawer.tsx';
import { WatchList } from './watch-list.tsx';
import { useVisitorsWords } from './words.ts';

type Tool = 'inductions' | 'watch' | 'reception';

/** What the desk needs now and then. */
export function DeskTools({ site }: Readonly<{ site: SiteSummary }>) {
  const words = useVisitorsWords();
  const may = useMay();
  const [open, setOpen] = useState<Tool>();
  const close = (): void => setOpen(undefined);
  const tools = [
    ['inductions', words.inductions, IconCertificate],
    ['watch', words.watch, IconEye],
    ...(may('register.sites.write') ? [['reception', words.reception, IconSettings] as const] : []),
  ] as const;
  return (
    <div className="desk-tools">
      {tools.map(([tool, label, Sign]) => (
        <Button key={tool} variant="default" leftSection={<Sign size={20} aria-hidden />} onClick={() => setOpen(tool)}>
          {label}
        </Button>
      ))}
      {open === 'inductions' && <Inductions site={site} onClose={close} />}
      {open === 'watch' && <WatchList siteId={site.id} onClose={close} />}
      {open === 'reception' && <ReceptionDrawer siteId={site.id} onClose={close} />}
    </div>
  );
}
