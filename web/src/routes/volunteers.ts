import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { volunteerSearch } from '../pages/volunteers/search.ts';
import { statsSearch } from '../pages/volunteer-systems/search.ts';
import { signedIn } from './roots.ts';
import { textOf } from './search.ts';

const getParentRoute = () => signedIn;

const list = createRoute({
  getParentRoute,
  path: '/volunteers',
  validateSearch: volunteerSearch,
  component: lazyRouteComponent(() => import('../pages/volunteers/pages.ts'), 'VolunteersPage'),
});

const add = createRoute({
  getParentRoute,
  path: '/volunteers/new',
  component: lazyRouteComponent(() => import('../pages/volunteers/pages.ts'), 'AddVolunteerPage'),
});

const one = createRoute({
  getParentRoute,
  path: '/volunteers/$volunteerId',
  component: lazyRouteComponent(() => import('../pages/volunteers/pages.ts'), 'VolunteerPage'),
});

const edit = createRoute({
  getParentRoute,
  path: '/volunteers/$volunteerId/edit',
  component: lazyRouteComponent(() => import('../pages/volunteers/pages.ts'), 'EditVolunteerPage'),
});

const board = createRoute({
  getParentRoute,
  path: '/volunteers/board',
  component: lazyRouteComponent(() => import('../pages/volunteers/pages.ts'), 'BoardPage'),
});

const approvals = createRoute({
  getParentRoute,
  path: '/volunteers/approvals',
  component: lazyRouteComponent(() => import('../pages/volunteers/pages.ts'), 'ApprovalsPage'),
});

const rules = createRoute({
  getParentRoute,
  path: '/volunteers/rules',
  component: lazyRouteComponent(() => import('../pages/volunteer-rules/pages.ts'), 'RulesPage'),
});

const places = createRoute({
  getParentRoute,
  path: '/volunteers/locations',
  component: lazyRouteComponent(() => import('../pages/volunteer-rules/pages.ts'), 'PlacesPage'),
});

const channels = createRoute({
  getParentRoute,
  path: '/volunteers/channels',
  component: lazyRouteComponent(() => import('../pages/volunteer-rules/pages.ts'), 'ChannelsPage'),
});

const scopes = createRoute({
  getParentRoute,
  path: '/volunteers/managers',
  component: lazyRouteComponent(() => import('../pages/volunteer-rules/pages.ts'), 'ScopesPage'),
});

const connections = createRoute({
  getParentRoute,
  path: '/volunteers/connections',
  component: lazyRouteComponent(() => import('../pages/volunteer-systems/pages.ts'), 'ConnectionsPage'),
});

const tasks = createRoute({
  getParentRoute,
  path: '/volunteers/tasks',
  validateSearch: textOf('state'),
  component: lazyRouteComponent(() => import('../pages/volunteer-systems/pages.ts'), 'TasksPage'),
});

const unmatched = createRoute({
  getParentRoute,
  path: '/volunteers/unmatched-slack-users',
  component: lazyRouteComponent(() => import('../pages/volunteer-systems/pages.ts'), 'UnmatchedPage'),
});

const drift = createRoute({
  getParentRoute,
  path: '/volunteers/drift',
  validateSearch: textOf('kind'),
  component: lazyRouteComponent(() => import('../pages/volunteer-systems/pages.ts'), 'DriftPage'),
});

const orphans = createRoute({
  getParentRoute,
  path: '/volunteers/orphans',
  component: lazyRouteComponent(() => import('../pages/volunteer-systems/pages.ts'), 'OrphansPage'),
});

const stats = createRoute({
  getParentRoute,
  path: '/volunteers/stats',
  validateSearch: statsSearch,
  component: lazyRouteComponent(() => import('../pages/volunteer-systems/pages.ts'), 'StatsPage'),
});

const imports = createRoute({
  getParentRoute,
  path: '/volunteers/import',
  validateSearch: textOf('run'),
  component: lazyRouteComponent(() => import('../pages/volunteer-import/import-page.tsx'), 'ImportPage'),
});

const applications = createRoute({
  getParentRoute,
  path: '/volunteers/applications',
  validateSearch: textOf('state'),
  component: lazyRouteComponent(() => import('../pages/volunteer-apply/applications-page.tsx'), 'ApplicationsPage'),
});

const reviews = createRoute({
  getParentRoute,
  path: '/volunteers/reviews',
  component: lazyRouteComponent(() => import('../pages/volunteer-reviews/pages.ts'), 'ReviewsPage'),
});

const review = createRoute({
  getParentRoute,
  path: '/volunteers/reviews/$reviewId',
  validateSearch: textOf('state'),
  component: lazyRouteComponent(() => import('../pages/volunteer-reviews/pages.ts'), 'ReviewPage'),
});

const opportunities = createRoute({
  getParentRoute,
  path: '/volunteers/opportunities',
  component: lazyRouteComponent(() => import('../pages/volunteer-shifts/pages.ts'), 'OpportunitiesPage'),
});

const opportunity = createRoute({
  getParentRoute,
  path: '/volunteers/opportunities/$opportunityId',
  component: lazyRouteComponent(() => import('../pages/volunteer-shifts/pages.ts'), 'OpportunityPage'),
});

const shift = createRoute({
  getParentRoute,
  path: '/volunteers/shifts/$shiftId',
  component: lazyRouteComponent(() => import('../pages/volunteer-shifts/pages.ts'), 'ShiftPage'),
});

const mine = createRoute({
  getParentRoute,
  path: '/me/volunteering',
  component: lazyRouteComponent(() => import('../pages/volunteering/volunteering-page.tsx'), 'VolunteeringPage'),
});

/** Who volunteers, what that gives them, and what they do. */
export const volunteers = [
  list,
  add,
  one,
  edit,
  board,
  approvals,
  rules,
  places,
  channels,
  scopes,
  connections,
  tasks,
  unmatched,
  drift,
  orphans,
  stats,
  imports,
  applications,
  reviews,
  review,
  opportunities,
  opportunity,
  shift,
  mine,
] as const;
