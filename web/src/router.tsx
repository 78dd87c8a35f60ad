import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
  type RouterHistory,
} from '@tanstack/react-router';
import { sessionQuery } from './api/session.ts';
import { Waiting } from './parts/waiting.tsx';
import { CrashPage, StrandedPage } from './pages/crash-page.tsx';
import { NotFoundPage } from './pages/not-found-page.tsx';
import { SignInPage } from './pages/sign-in/sign-in-page.tsx';
import { StatusPage } from './pages/status/status-page.tsx';
import { Shell } from './shell/shell.tsx';

type Context = Readonly<{ client: QueryClient }>;

const root = createRootRouteWithContext<Context>()({ component: Outlet, notFoundComponent: NotFoundPage });

const text = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined);

const siteSearch = (search: Record<string, unknown>): { site?: string } => {
  const site = text(search['site']);
  return site ? { site } : {};
};

/** Only a path of ours: an address elsewhere would let a link lead people away after they signed in. */
export const ownPath = (path: unknown): string | undefined =>
  typeof path === 'string' && /^\/(?![/\\])/.test(path) ? path : undefined;

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search: Record<string, unknown>): { next?: string } => {
    const next = ownPath(search['next']);
    return next ? { next } : {};
  },
  component: SignInPage,
  errorComponent: StrandedPage,
});

const personalAddress = createRoute({
  getParentRoute: () => root,
  path: '/t/$token',
  component: lazyRouteComponent(() => import('./pages/sign-in/token-page.tsx'), 'TokenPage'),
});

/** Everything inside the shell is for people who are signed in. */
const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  component: Shell,
  errorComponent: StrandedPage,
  beforeLoad: async ({ context, location }) => {
    const session = await context.client.ensureQueryData({ ...sessionQuery, revalidateIfStale: true });
    if (session) return;
    const next = location.href === '/' ? {} : { next: location.href };
    redirect({ to: '/sign-in', search: next, throw: true });
  },
});

const status = createRoute({
  getParentRoute: () => signedIn,
  path: '/',
  validateSearch: siteSearch,
  component: StatusPage,
});

const presence = createRoute({
  getParentRoute: () => signedIn,
  path: '/presence',
  validateSearch: siteSearch,
  component: lazyRouteComponent(() => import('./pages/presence/presence-page.tsx'), 'PresencePage'),
});

const profile = createRoute({
  getParentRoute: () => signedIn,
  path: '/profile',
  component: lazyRouteComponent(() => import('./pages/profile/profile-page.tsx'), 'ProfilePage'),
});

const people = createRoute({
  getParentRoute: () => signedIn,
  path: '/people',
  validateSearch: (search: Record<string, unknown>): { query?: string } => {
    const query = text(search['query']);
    return query ? { query } : {};
  },
  component: lazyRouteComponent(() => import('./pages/people/people-page.tsx'), 'PeoplePage'),
});

const sites = createRoute({
  getParentRoute: () => signedIn,
  path: '/sites',
  component: lazyRouteComponent(() => import('./pages/sites/sites-page.tsx'), 'SitesPage'),
});

const messages = createRoute({
  getParentRoute: () => signedIn,
  path: '/messages',
  validateSearch: (search: Record<string, unknown>): { channel?: string; state?: string } => {
    const [channel, state] = [text(search['channel']), text(search['state'])];
    return { ...(channel && { channel }), ...(state && { state }) };
  },
  component: lazyRouteComponent(() => import('./pages/messages/messages-page.tsx'), 'MessagesPage'),
});

const tree = root.addChildren([
  signIn,
  personalAddress,
  signedIn.addChildren([status, presence, profile, people, sites, messages]),
]);

export const createPages = (client: QueryClient, history?: RouterHistory) =>
  createRouter({
    routeTree: tree,
    context: { client },
    ...(history && { history }),
    defaultErrorComponent: CrashPage,
    defaultPendingComponent: Waiting,
    defaultPendingMs: 300,
    defaultPreload: 'intent',
    scrollRestoration: true,
  });

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createPages>;
  }
}
