import { useLocation, useSearch } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { useSite } from '../api/sites.ts';

// Where there is one site, nobody fetches the means to choose one.
const SiteSelect = lazy(async () => ({ default: (await import('./site-select.tsx')).SiteSelect }));

const sitePages = new Set(['/', '/presence', '/visitors', '/evacuation', '/who', '/reports']);

/** Chooses the site, on the pages that are about one. */
export function SiteSwitcher() {
  const { pathname } = useLocation();
  // A link to one incident says itself which site it is about.
  const { incident }: { incident?: string } = useSearch({ strict: false });
  const { sites, site, choose } = useSite();
  if (!sites || sites.length < 2 || !site || incident || !sitePages.has(pathname)) return null;
  return (
    <Suspense>
      <SiteSelect sites={sites} site={site} onChoose={choose} />
    </Suspense>
  );
}
