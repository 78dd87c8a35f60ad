import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/api.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Loading } from '../../parts/loading.tsx';
import { ProblemAlert } from '../../parts/problem.tsx';
import { useWords } from '../../words/words.ts';
import { SiteForm } from './site-form.tsx';

type Props = Readonly<{ siteId: string; onClose: () => void }>;

/** A site's settings, fetched fresh: those in the list leave out what only administrators see. */
export function SiteDrawer({ siteId, onClose }: Props) {
  const { sites: words } = useWords();
  const { data, error, refetch } = useQuery({
    queryKey: ['site', siteId],
    queryFn: () => api.register.getSite({ siteId }),
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
  return (
    <Dialog kind="drawer" title={words.edit(data?.name ?? siteId)} onClose={onClose}>
      {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Loading height={400} />}
      {data && <SiteForm site={data} onDone={onClose} />}
    </Dialog>
  );
}

export function NewSiteDrawer({ onClose }: Readonly<{ onClose: () => void }>) {
  const { sites: words } = useWords();
  return (
    <Dialog kind="drawer" title={words.add} onClose={onClose}>
      <SiteForm site={undefined} onDone={onClose} />
    </Dialog>
  );
}
