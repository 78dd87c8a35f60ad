import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, Outlet, redirect } from '@tanstack/react-router';
import { sessionQuery } from '../api/session.ts';
import { StrandedPage } from '../pages/crash-page.tsx';
import { NotFoundPage } from '../pages/not-found-page.tsx';
import { Shell } from '../shell/shell.tsx';

type Context = Readonly<{ client: QueryClient }>;

export const root = createRootRouteWithContext<Context>()({ component: Outlet, notFoundComponent: NotFoundPage });

/** Leads to the sign-in page, and from there back, whoever is not signed in. */
export async function onlySignedIn({ context, location }: Readonly<{ context: Context; location: { href: string } }>) {
  const session = await context.client.ensureQueryData({ ...sessionQuery, revalidateIfStale: true });
  if (session) return;
  const next = location.href === '/' ? {} : { next: location.href };
  redirect({ to: '/sign-in', search: next, throw: true });
}

/** Everything inside the shell is for people who are signed in. */
export const signedIn = createRoute({
  getParentRoute: () => root,
  id: 'signed-in',
  component: Shell,
  errorComponent: StrandedPage,
  beforeLoad: onlySignedIn,
});
