import { Drawer, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { api } from '../../api/api.ts';
import { ProblemAlert } from '../../parts/problem.tsx';
import { useWords } from '../../words/words.ts';
import { SiteForm } from './site-form.tsx';

type Props = Readonly<{ siteId: string | undefined; onClose: () => void }>;

/** A site's settings, fetched fresh: those in the list leave out what only administrators see. */
export function SiteDrawer({ siteId, onClose }: Props) {
  const { sites: words, app } = useWords();
  const { data, error } = useQuery({
    queryKey: ['site', siteId],
    queryFn: () => api.register.getSite({ siteId: siteId ?? '' }),
    enabled: siteId !== undefined,
    gcTime: 0,
  });
  return (
    <Drawer
      opened
      position="right"
      size="lg"
      onClose={onClose}
      title={data ? words.edit(data.name) : words.add}
      closeButtonProps={{ 'aria-label': app.close }}
    >
      {error && <ProblemAlert error={error} />}
      {siteId === undefined && <SiteForm site={undefined} onDone={onClose} />}
      {siteId !== undefined && !data && !error && <Skeleton height={400} aria-label={app.loading} />}
      {data && <SiteForm site={data} onDone={onClose} />}
    </Drawer>
  );
}
