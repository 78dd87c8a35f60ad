import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { ok, refused } from '../testing/platform.ts';
import { sessionOf } from '../testing/samples.ts';
import { visit } from '../testing/visit.tsx';
import { en } from '../words/en.ts';
import { fr } from '../words/fr.ts';

const sections = async (): Promise<(string | null)[]> => {
  const nav = await screen.findByRole('navigation');
  return within(nav)
    .getAllByRole('link', { hidden: true })
    .map(({ textContent }) => textContent);
};

const as = (...permissions: string[]) => ({ 'GET /api/auth/session': ok(sessionOf(...permissions)) });

describe('the sections', () => {
  it('of somebody without rights are their own status, guests, volunteering and profile', async () => {
    visit('/');

    expect(await sections()).toEqual([en.nav.status, en.nav.guests, en.nav.volunteering, en.nav.profile]);
    expect(screen.queryByText(en.nav.administration)).toBeNull();
  });

  it.each([
    ['register.view_report', en.nav.presence],
    ['people.read', en.nav.people],
    ['register.sites.write', en.nav.sites],
    ['notifier.messages.read', en.nav.messages],
    ['volunteers.read', en.nav.volunteers],
  ])('open with the right: %s opens %s', async (permission, section) => {
    visit('/', as(permission));

    expect(await sections()).toContain(section);
  });

  it('are no more than a narrow phone has room for; the others stand behind "More"', async () => {
    visit('/', {
      ...as('register.view_report', 'register.visitors.write', 'register.evacuation.run'),
      'GET /api/register/sites/north/incidents': ok({ incidents: [] }),
    });
    await sections();

    const tabs = [...document.querySelectorAll('.sections > a')].map(({ textContent }) => textContent);
    expect(tabs).toEqual([en.nav.status, en.nav.presence, en.nav.visitors, en.nav.evacuation]);
    expect(document.querySelector('.sheet a')?.textContent).toBe(en.nav.guests);
  });

  it('take one to their pages, with the focus on the heading', async () => {
    visit('/');
    fireEvent.click(await screen.findByRole('link', { name: en.nav.profile }));

    const heading = await screen.findByRole('heading', { level: 1, name: en.profile.title });

    await waitFor(() => expect(document.activeElement).toBe(heading));
    expect(document.title).toBe('Profile · Guildhall');
  });
});

describe('large text and buttons', () => {
  it('are one press away, on this device', async () => {
    visit('/');
    fireEvent.click(await screen.findByRole('radio', { name: en.app.sizeLarge, hidden: true }));

    expect(document.documentElement.dataset['size']).toBe('large');
    localStorage.clear();
    document.documentElement.removeAttribute('data-size');
  });
});

describe('the frame of the pages', () => {
  it('can be skipped', async () => {
    visit('/');

    const link = await screen.findByText(en.app.skip);

    expect(document.querySelector(link.getAttribute('href') ?? '')?.tagName).toBe('MAIN');
  });

  it('speaks French to those who choose it, and remembers', async () => {
    visit('/');
    fireEvent.click(await screen.findByRole('radio', { name: 'Français', hidden: true }));

    expect(await screen.findByText(fr.status.out)).toBeTruthy();
    expect(document.documentElement.lang).toBe('fr');
    expect(localStorage.getItem('guildhall.language')).toBe('fr');
  });

  it('turns dark for those who choose it', async () => {
    visit('/');
    fireEvent.click(await screen.findByRole('radio', { name: en.app.dark, hidden: true }));

    await waitFor(() => expect(document.documentElement.dataset['mantineColorScheme']).toBe('dark'));
  });

  it('says while there is no connection that nothing can be changed', async () => {
    visit('/');
    await screen.findByRole('navigation');
    Object.defineProperty(navigator, 'onLine', { value: false, configurable: true });
    fireEvent(window, new Event('offline'));

    expect(await screen.findByText(en.app.offline)).toBeTruthy();
    Object.defineProperty(navigator, 'onLine', { value: true, configurable: true });
    fireEvent(window, new Event('online'));
    await waitFor(() => expect(screen.queryByText(en.app.offline)).toBeNull());
  });

  it('asks who is there once the session has ended, and knows the way back', async () => {
    const { change, router } = visit('/');
    await screen.findByRole('navigation');
    change({ 'GET /api/auth/sessions': refused(401), 'GET /api/auth/session': refused(401) });
    fireEvent.click(screen.getByRole('link', { name: en.nav.profile }));

    await screen.findByRole('heading', { name: en.signIn.title });

    expect(router.state.location.search).toEqual({ next: '/profile' });
  });
});

describe('an address that leads nowhere', () => {
  it('says so and shows the way home', async () => {
    visit('/nowhere');

    expect(await screen.findByRole('heading', { name: en.app.notFound })).toBeTruthy();
    expect(screen.getByRole('link', { name: en.app.home }).getAttribute('href')).toBe('/');
  });
});

describe('a platform that is down', () => {
  it('is said on the page, which can be loaded again', async () => {
    vi.spyOn(console, 'error').mockReturnValue(undefined);
    vi.spyOn(console, 'warn').mockReturnValue(undefined);
    visit('/', { 'GET /api/auth/session': refused(500, { detail: 'Something went wrong.', traceId: 'abc' }) });

    expect(await screen.findByRole('button', { name: en.app.reload })).toBeTruthy();
    expect(screen.getByText(en.app.reference('abc'))).toBeTruthy();
  });
});
