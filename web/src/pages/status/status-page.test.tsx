import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Movement, Status } from '@guildhall/client';
import { ok, refused, type Routes } from '../../testing/platform.ts';
import { north, out } from '../../testing/samples.ts';
import { visit } from '../../testing/visit.tsx';
import { en } from '../../words/en.ts';

const at = '2026-03-02T09:00:00Z';
const inside: Status = { ...out, state: 'in', since: at, visitId: 'v1' };
const moved: Movement = { visitId: 'v1', changed: true, occupancy: 3, at, occupancyWarning: false };
const [signIn, signOut] = ['POST /api/register/me/sign-in', 'POST /api/register/me/sign-out'];

const button = (name: string) => screen.findByRole('button', { name });
const state = (): string | null | undefined => document.querySelector('.state')?.getAttribute('data-state');

/** A platform that remembers whether the person is in. */
function register(first: Status): Routes {
  let status = first;
  const become = (next: Status) => () => {
    status = next;
    return ok(moved);
  };
  return {
    'GET /api/register/me/status': () => ok(status),
    [signIn]: become(inside),
    [signOut]: become(out),
  };
}

describe('the status page', () => {
  it('says out by word and colour, for the site', async () => {
    visit('/', register(out));

    expect(await screen.findByText(en.status.youAreOut('North Workshop'))).toBeTruthy();
    expect(state()).toBe('out');
    expect(screen.getByText(en.status.out)).toBeTruthy();
  });

  it('says in, since when, and has a clock that runs', async () => {
    visit('/', register(inside));

    expect(await screen.findByText(/Since 09:00/)).toBeTruthy();
    expect(state()).toBe('in');
    const clock = screen.getByRole('timer');
    const before = clock.textContent;
    await waitFor(() => expect(clock.textContent).not.toBe(before), { timeout: 3_000 });
  });

  it('turns when the button is pressed, and says how many are inside', async () => {
    const { asked } = visit('/', register(out));
    fireEvent.click(await button(en.status.signIn));

    await button(en.status.signOut);

    expect(state()).toBe('in');
    expect(screen.getByText(en.status.signedIn(3))).toBeTruthy();
    expect(asked(signIn)[0]?.body).toEqual({ siteId: 'north', clientDate: '2026-03-02' });
  });

  it('does not sign out again whoever taps twice', async () => {
    const { asked } = visit('/', register(out));
    fireEvent.click(await button(en.status.signIn));
    fireEvent.click(await button(en.status.signOut));

    expect(asked(signOut)).toEqual([]);
    expect(state()).toBe('in');
  });

  it('does not change before the platform has answered', async () => {
    const { promise, resolve } = Promise.withResolvers<ReturnType<typeof ok>>();
    visit('/', { ...register(out), [signIn]: () => promise });
    const pressed = await button(en.status.signIn);
    fireEvent.click(pressed);

    await waitFor(() => expect(pressed.getAttribute('aria-disabled')).toBe('true'));
    expect(state()).toBe('out');
    resolve(ok(moved));
  });

  it('says of a page of another day that nothing was changed, and is up to date by then', async () => {
    const { asked } = visit('/', { ...register(out), [signIn]: refused(409, { code: 'register.wrong_date' }) });
    fireEvent.click(await button(en.status.signIn));

    await screen.findByText(en.status.wrongDate);

    await waitFor(() => expect(asked('GET /api/register/me/status')).toHaveLength(2));
    expect(state()).toBe('out');
  });

  it('says when signing in did not work', async () => {
    visit('/', { ...register(out), [signIn]: refused(503, { detail: 'The register is starting.' }) });
    fireEvent.click(await button(en.status.signIn));

    expect(await screen.findByText('The register is starting.')).toBeTruthy();
  });

  it('shows above the button what signing in confirms', async () => {
    visit('/', register({ ...out, declaration: { text: 'I know the fire exits.', version: 1 } }));

    expect(await screen.findByText('I know the fire exits.')).toBeTruthy();
  });

  it('lets one name the entrance where there are several', async () => {
    const site = { ...north, entrances: ['Front door', 'Yard gate'] };
    const { asked } = visit('/', { ...register(out), 'GET /api/register/sites': ok({ sites: [site] }) });
    fireEvent.click(await screen.findByRole('radio', { name: 'Yard gate' }));
    fireEvent.click(await button(en.status.signIn));
    await button(en.status.signOut);

    expect(asked(signIn)[0]?.body).toMatchObject({ entrance: 'Yard gate' });
  });

  it('names the next step where there is no site yet', async () => {
    visit('/', { 'GET /api/register/sites': ok({ sites: [] }) });

    expect(await screen.findByText(en.app.noSitesHint)).toBeTruthy();
  });

  it('gives back a device that is not one’s own', async () => {
    const { router } = visit('/', { ...register(out), 'POST /api/auth/logout': { status: 204 } });
    const [leave] = await screen.findAllByRole('button', { name: en.status.leave });
    if (leave) fireEvent.click(leave);

    await waitFor(() => expect(router.state.location.pathname).toBe('/sign-in'));
  });
});

describe('the site', () => {
  const sites = ok({ sites: [north, { ...north, id: 'quay', name: 'Quayside Studio' }] });

  it('is chosen in the bar and remembered on the device', async () => {
    const { router } = visit('/', { ...register(out), 'GET /api/register/sites': sites });
    const select = await screen.findByRole('combobox', { name: en.app.site });
    fireEvent.change(select, { target: { value: 'quay' } });

    await screen.findByText(en.status.youAreOut('Quayside Studio'));

    expect(router.state.location.search).toEqual({ site: 'quay' });
    expect(localStorage.getItem('guildhall.site')).toBe('quay');
  });

  it('is the one in the address before the one that is remembered', async () => {
    localStorage.setItem('guildhall.site', 'north');
    visit('/?site=quay', { ...register(out), 'GET /api/register/sites': sites });

    expect(await screen.findByText(en.status.youAreOut('Quayside Studio'))).toBeTruthy();
  });

  it('is the first where the remembered one is gone', async () => {
    localStorage.setItem('guildhall.site', 'closed');
    visit('/', { ...register(out), 'GET /api/register/sites': sites });

    expect(await screen.findByText(en.status.youAreOut('North Workshop'))).toBeTruthy();
  });
});
