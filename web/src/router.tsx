import type { QueryClient } from '@tanstack/react-query';
import { createRouter, type RouterHistory } from '@tanstack/react-router';
import { CrashPage } from './pages/crash-page.tsx';
import { Waiting } from './parts/waiting.tsx';
import { administration } from './routes/administration.ts';
import { building } from './routes/building.ts';
import { open } from './routes/open.ts';
import { root, signedIn } from './routes/roots.ts';
import { volunteers } from './routes/volunteers.ts';

const tree = root.addChildren([...open, signedIn.addChildren([...building, ...administration, ...volunteers])]);

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
