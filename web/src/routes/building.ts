import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { inboxSearch } from '../pages/inbox/search.ts';
import { reportSearch } from '../pages/reports/search.ts';
import { signedIn } from './roots.ts';
import { siteSearch, text } from './search.ts';

const status = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  validateSearch: siteSearch,
  component: lazyRouteComponent(() => import('../pages/status/status-page.tsx'), 'StatusPage'),
});

const presence = createRoute({
  getParentRoute: () => signedIn,
  path: '/presence',
  validateSearch: siteSearch,
  component: lazyRouteComponent(() => import('../pages/presence/presence-page.tsx'), 'PresencePage'),
});

const visitors = createRoute({
  getParentRoute: () => signedIn,
  path: '/visitors',
  validateSearch: (search: Record<string, unknown>): { site?: string; show?: string } => {
    const show = text(search['show']);
    return { ...siteSearch(search), ...(show && { show }) };
  },
  component: lazyRouteComponent(() => import('../pages/visitors/visitors-page.tsx'), 'VisitorsPage'),
});

const visitorBadge = createRoute({
  getParentRoute: () => signedIn,
  path: '/visitors/$visitorId/badge',
  validateSearch: siteSearch,
  component: lazyRouteComponent(() => import('../pages/visitors/badge-page.tsx'), 'BadgePage'),
});

const inbox = createRoute({
  getParentRoute: () => signedIn,
  path: '/inbox',
  validateSearch: inboxSearch,
  component: lazyRouteComponent(() => import('../pages/inbox/inbox-page.tsx'), 'InboxPage'),
});

const guests = createRoute({
  getParentRoute: () => signedIn,
  path: '/guests',
  validateSearch: siteSearch,
  component: lazyRouteComponent(() => import('../pages/guests/guests-page.tsx'), 'GuestsPage'),
});

const evacuation = createRoute({
  getParentRoute: () => signedIn,
  path: '/evacuation',
  validateSearch: (search: Record<string, unknown>): { site?: string; incident?: string } => {
    const incident = text(search['incident']);
    return { ...siteSearch(search), ...(incident && { incident }) };
  },
  component: lazyRouteComponent(() => import('../pages/evacuation/evacuation-page.tsx'), 'EvacuationPage'),
});

const evacuationReport = createRoute({
  getParentRoute: () => signedIn,
  path: '/evacuation/$incidentId/report',
  component: lazyRouteComponent(() => import('../pages/evacuation/report-page.tsx'), 'ReportPage'),
});

const snapshot = createRoute({
  getParentRoute: () => signedIn,
  path: '/snapshot',
  component: lazyRouteComponent(() => import('../pages/snapshot/snapshot-page.tsx'), 'SnapshotPage'),
});

const who = createRoute({
  getParentRoute: () => signedIn,
  path: '/who',
  validateSearch: siteSearch,
  component: lazyRouteComponent(() => import('../pages/who/who-page.tsx'), 'WhoPage'),
});

const reports = createRoute({
  getParentRoute: () => signedIn,
  path: '/reports',
  validateSearch: reportSearch,
  component: lazyRouteComponent(() => import('../pages/reports/reports-page.tsx'), 'ReportsPage'),
});

const profile = createRoute({
  getParentRoute: () => signedIn,
  path: '/profile',
  component: lazyRouteComponent(() => import('../pages/profile/profile-page.tsx'), 'ProfilePage'),
});

/** What people do in a building, and what is theirs. */
export const building = [
  status,
  presence,
  visitors,
  visitorBadge,
  guests,
  inbox,
  evacuation,
  evacuationReport,
  snapshot,
  who,
  reports,
  profile,
] as const;
