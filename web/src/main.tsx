import './styles/mantine.css';
import './styles/base.css';
import './styles/print.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createClient } from './api/client.ts';
import { toSignIn } from './api/leave.ts';
import { Notices } from './parts/notices.tsx';
import { Offline } from './parts/offline.tsx';
import { createPages } from './router.tsx';
import { colours, theme } from './theme.ts';
import { Speaking } from './words/speaking.tsx';

const client = createClient(() => void toSignIn(client, router, router.latestLocation.href));
const router = createPages(client);

// Who navigates by ear or by keyboard goes on from the heading of the new page.
router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
  if (fromLocation && pathChanged) document.querySelector<HTMLElement>('h1')?.focus();
});

const root = document.getElementById('root');
if (!root) throw new Error('the page has no #root');
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={colours} defaultColorScheme="auto">
      <QueryClientProvider client={client}>
        <Speaking>
          <Notices />
          <Offline />
          <RouterProvider router={router} />
        </Speaking>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
