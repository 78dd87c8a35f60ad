import { createMemoryHistory } from '@tanstack/react-router';
import { render } from '@testing-library/react';
import { createApp } from '../app.tsx';
import { ok, platform, type Routes } from './platform.ts';
import { north, out, sessionOf } from './samples.ts';

/** Opens the application at an address, as somebody who is signed in and holds no right beyond that. */
export function visit(address: string, routes: Routes = {}) {
  const calls = platform({
    'GET /api/auth/session': ok(sessionOf()),
    'GET /api/register/sites': ok({ sites: [north] }),
    'GET /api/register/me/status': ok(out),
    ...routes,
  });
  const { App, router, client } = createApp(createMemoryHistory({ initialEntries: [address] }));
  render(<App />);
  return { ...calls, router, client };
}
