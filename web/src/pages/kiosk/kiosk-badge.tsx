import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { kioskApi, useDevice } from './connection.ts';
import { useKioskWords } from './words.ts';

/** The badge, to be printed where the kiosk has a printer. */
export function KioskBadge({ visitorId, name }: Readonly<{ visitorId: string; name: string }>) {
  const words = useKioskWords();
  const { token } = useDevice();
  const { data } = useQuery({
    queryKey: ['kiosk', 'badge', visitorId],
    queryFn: async () => pictureOf(await kioskApi(token).getBadgeAtKiosk({ visitorId })),
    networkMode: 'always',
    gcTime: 0,
  });
  if (!data) return null;
  return (
    <div className="kiosk-badge">
      <img src={data} alt={words.badge(name)} />
      <button type="button" className="kiosk-button no-print" onClick={() => window.print()}>
        <IconPrinter size={24} aria-hidden />
        {words.printBadge}
      </button>
    </div>
  );
}

/** As text in the page: what is fetched with a token has no address of its own. */
const pictureOf = async (svg: Blob): Promise<string> => `data:image/svg+xml,${encodeURIComponent(await svg.text())}`;
