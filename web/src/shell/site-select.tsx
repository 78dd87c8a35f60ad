import { NativeSelect } from '@mantine/core';
import type { SiteSummary } from '@guildhall/client';
import { useWords } from '../words/words.ts';

type Props = Readonly<{ sites: readonly SiteSummary[]; site: SiteSummary; onChoose: (id: string) => void }>;

/** One of several sites. */
export function SiteSelect({ sites, site, onChoose }: Props) {
  const { app } = useWords();
  return (
    <NativeSelect
      aria-label={app.site}
      data={sites.map(({ id, name }) => ({ value: id, label: name }))}
      value={site.id}
      onChange={({ currentTarget }) => onChoose(currentTarget.value)}
    />
  );
}
