import { NativeSelect } from '@mantine/core';
import { useLocation, useSearch } from '@tanstack/react-router';
import { useSite } from '../api/sites.ts';
import { useWords } from '../words/words.ts';

const sitePages = new Set(['/', '/presence', '/visitors', '/evacuation', '/who', '/reports']);

/** Chooses the site, on the pages that are about one. */
export function SiteSwitcher() {
  const { app } = useWords();
  const { pathname } = useLocation();
  // A link to one incident says itself which site it is about.
  const { incident }: { incident?: string } = useSearch({ strict: false });
  const { sites, site, choose } = useSite();
  if (!sites || sites.length < 2 || !site || incident || !sitePages.has(pathname)) return null;
  return (
    <NativeSelect
      aria-label={app.site}
      data={sites.map(({ id, name }) => ({ value: id, label: name }))}
      value={site.id}
      onChange={({ currentTarget }) => choose(currentTarget.value)}
    />
  );
}
