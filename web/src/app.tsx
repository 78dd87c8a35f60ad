import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { type RouterHistory, RouterProvider } from '@tanstack/react-router';
import { createClient } from './api/client.ts';
import { toSignIn } from './api/leave.ts';
import { Notices } from './parts/notices.tsx';
import { Offline } from './parts/offline.tsx';
import { createPages } from './router.tsx';
import { theme } from './theme.ts';
import { Speaking } from './words/speaking.tsx';

/** The whole application. `history` stands in for the browser's own. */
export function createApp(history?: RouterHistory) {
  const client = createClient(() => void toSignIn(client, router, router.latestLocation.href));
  const router = createPages(client, history);

  // Who navigates by ear or by keyboard goes on from the heading of the new page.
  router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
    if (fromLocation && pathChanged) focusHeading();
  });

  const App = () => (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <QueryClientProvider client={client}>
        <Speaking>
          <Notices />
          <Offline />
          <RouterProvider router={router} />
        </Speaking>
      </QueryClientProvider>
    </MantineProvider>
  );
  return { App, client, router };
}

/** The heading may come after its page, which waits for its words: until then the focus is nowhere. */
function focusHeading(): void {
  const focus = (): void => document.querySelector<HTMLElement>('h1')?.focus();
  const isLost = (): boolean => document.activeElement === document.body;
  focus();
  const watch = new MutationObserver(() => isLost() && focus());
  watch.observe(document.body, { childList: true, subtree: true });
  setTimeout(() => watch.disconnect(), patienceMs);
}

const patienceMs = 3_000;
