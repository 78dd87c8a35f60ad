import type { KioskConfig } from '@guildhall/client';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ok, refused, type Routes } from '../../testing/platform.ts';
import { visit } from '../../testing/visit.tsx';
import { en as everywhere } from '../../words/en.ts';
import { kiosk as en } from '../../words/en/kiosk.ts';
import { kiosk as fr } from '../../words/fr/kiosk.ts';

const at = '2026-03-02T09:00:00Z';
const config: KioskConfig = {
  kiosk: { id: 'ki1', siteId: 'north', name: 'Front desk', entrance: 'Front door', kind: 'kiosk', status: 'paired' },
  siteName: 'North Workshop',
  timeZone: 'Europe/London',
  today: '2026-03-02',
  now: at,
  documents: [
    {
      id: 'rules',
      title: 'Rules',
      text: 'Wear your badge.',
      version: 2,
      contractorsOnly: false,
      needsSignature: false,
    },
  ],
  phone: 'optional',
  photo: 'off',
  idleSeconds: 20,
  languages: ['en', 'fr'],
  codeKey: 'BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=',
  stepSeconds: 30,
  codePrefix: 'https://example.org/k/',
};

const pair = 'POST /api/register/kiosks/pair';
const routes: Routes = {
  'GET /api/auth/session': refused(401),
  [pair]: ok({ token: 'tok', kiosk: config.kiosk }),
  'GET /api/register/kiosk/config': ok(config),
  'GET /api/register/kiosk/hosts': ok({ hosts: [{ id: 'p2', name: 'Grace Hopper' }] }),
  'GET /api/register/kiosk/visitors': ok({ visitors: [] }),
};

const button = (name: string | RegExp) => screen.findByRole('button', { name });
const press = async (name: string | RegExp) => fireEvent.click(await button(name));
const type = async (label: string | RegExp, value: string) =>
  fireEvent.change(await screen.findByLabelText(label), { target: { value } });

/** A kiosk that was paired before. */
async function kiosk(more: Routes = {}) {
  const device = { token: 'tok', config, aheadMs: 0 };
  localStorage.setItem('guildhall.kiosk', JSON.stringify(device));
  const calls = visit('/kiosk', { ...routes, ...more });
  await screen.findByText(en.welcome('North Workshop'));
  return calls;
}

const connection = (isThere: boolean): void => {
  Object.defineProperty(navigator, 'onLine', { value: isThere, configurable: true });
  fireEvent(window, new Event(isThere ? 'online' : 'offline'));
};

afterEach(() => {
  Object.defineProperty(navigator, 'onLine', { value: true, configurable: true });
});

describe('a device that is no kiosk yet', () => {
  it('becomes one by a code, and stays one', async () => {
    const { asked } = visit('/kiosk', routes);
    await type(en.pairCode, 'ABCD-1234');
    await press(en.pair);

    expect(await screen.findByText(en.welcome('North Workshop'))).toBeTruthy();
    expect(asked(pair)[0]?.body).toEqual({ code: 'ABCD-1234' });
    expect(asked('GET /api/register/kiosk/config')[0]?.headers.get('authorization')).toBe('Bearer tok');
    expect(localStorage.getItem('guildhall.kiosk')).toContain('tok');
  });

  it('says when the code does not work', async () => {
    visit('/kiosk', { ...routes, [pair]: refused(410, { detail: 'This code is over.' }) });
    await type(en.pairCode, 'x');
    await press(en.pair);

    expect(await screen.findByText('This code is over.')).toBeTruthy();
  });
});

describe('a kiosk', () => {
  it('shows a code that phones scan', async () => {
    await kiosk();

    expect(await screen.findByRole('img', { name: en.scanLabel })).toBeTruthy();
  });

  it('is none any more once it was revoked', async () => {
    await kiosk({ 'GET /api/register/kiosk/config': refused(401) });

    expect(await screen.findByText(en.revoked)).toBeTruthy();
    expect(localStorage.getItem('guildhall.kiosk')).toBeNull();
  });

  it('speaks the languages of the site', async () => {
    await kiosk();
    await press('Français');

    expect(await screen.findByText(fr.visiting)).toBeTruthy();
  });

  it('says what the organisation does with personal data', async () => {
    const text = 'We keep little.';
    await kiosk({ 'GET /api/register/privacy-notice': ok({ language: 'en', version: 1, text }) });
    await press(everywhere.privacy.short);

    expect(await screen.findByText(text)).toBeTruthy();
  });

  it('has bigger buttons for those who want them', async () => {
    await kiosk();
    await press(en.bigger);

    expect(document.querySelector('.kiosk')?.hasAttribute('data-big')).toBe(true);
  });
});

describe('a visitor at the kiosk', () => {
  const path = 'POST /api/register/kiosk/arrivals';
  const received = { visitorId: 'vi1', shownName: 'Bob M.', hostName: 'Grace Hopper', changed: true, at };

  const arrive = async (): Promise<void> => {
    await press(en.visiting);
    await type(en.name, 'Bob Moran');
    await press(en.next);
    await type(en.hostName, 'grace');
    await press('Grace Hopper');
    await press(en.accept);
  };

  it('says who they are and whom they visit, accepts what is asked, and is welcome', async () => {
    const { asked } = await kiosk({ [path]: ok(received) });
    await arrive();

    expect(await screen.findByText(en.arrived('Bob M.'))).toBeTruthy();
    expect(screen.getByText(en.hostTold('Grace Hopper'))).toBeTruthy();
    expect(asked(path)[0]?.body).toEqual({
      walkIn: { kind: 'visitor', name: 'Bob Moran', company: '', purpose: '', hostId: 'p2' },
      acceptances: [{ documentId: 'rules', version: 2 }],
      entrance: 'Front door',
    });
  });

  it('finds themselves where they are expected', async () => {
    const expected = { id: 'vi7', name: 'Eva Lindqvist', company: 'Timber', kind: 'visitor', inside: false };
    const { asked } = await kiosk({
      [path]: ok(received),
      'GET /api/register/kiosk/visitors': ok({ visitors: [expected] }),
    });
    await press(en.visiting);
    await type(en.name, 'eva');
    await press(/Eva Lindqvist/);
    await press(en.accept);

    await waitFor(() => expect(asked(path)[0]?.body).toMatchObject({ visitorId: 'vi7' }));
  });

  it('comes in without a connection; it is sent with its time when there is one', async () => {
    const sync = 'POST /api/register/kiosk/sync';
    const { asked, change } = await kiosk({
      [sync]: ({ body }) => {
        const { events } = body as { events: { id: string }[] };
        return ok({
          results: events.map(({ id }) => ({ id, outcome: 'applied', code: '', detail: '', visitorId: 'vi1' })),
        });
      },
    });
    change({ 'GET /api/register/kiosk/config': refused(503), [path]: refused(503) });
    act(() => connection(false));
    await press(en.visiting);
    await type(en.name, 'Otto Offline');
    await press(en.next);
    await press(en.next);
    await press(en.accept);
    expect(await screen.findByText(en.savedHere)).toBeTruthy();
    expect(await screen.findByText(en.pending(1))).toBeTruthy();

    change({ 'GET /api/register/kiosk/config': ok(config) });
    act(() => connection(true));

    await waitFor(() => expect(screen.queryByText(en.pending(1))).toBeNull(), { timeout: 8_000 });
    expect(asked(sync)[0]?.body).toMatchObject({
      events: [
        {
          id: expect.stringMatching(/^[0-9A-Z]{26}$/),
          at: expect.any(String),
          arrival: { walkIn: { name: 'Otto Offline' } },
        },
      ],
    });
  });

  it('leaves by name', async () => {
    const leave = 'POST /api/register/kiosk/departures';
    const inside = { id: 'vi7', name: 'Eva Lindqvist', company: '', kind: 'visitor', inside: true };
    const { asked } = await kiosk({
      [leave]: ok({ shownName: 'Eva L.', inside: false, changed: true, at }),
      'GET /api/register/kiosk/visitors': ok({ visitors: [inside] }),
    });
    await press(en.leaving);
    await type(en.name, 'eva');
    await press('Eva Lindqvist');

    expect(await screen.findByText(en.left('Eva L.'))).toBeTruthy();
    expect(asked(leave)[0]?.body).toEqual({ visitorId: 'vi7' });
  });
});

describe('the PIN', () => {
  const path = 'POST /api/register/kiosk/pin';
  const digits = async (text: string): Promise<void> => {
    for (const digit of text) await press(digit);
  };

  it('signs in or out by number and PIN, and shows no PIN', async () => {
    const { asked } = await kiosk({ [path]: ok({ shownName: 'Ada L.', inside: true, changed: true, at }) });
    await press(en.pin);
    await digits('1234');
    await press(en.next);
    await digits('987');
    expect(screen.getByLabelText(en.pinPin).textContent).toBe('•••');
    await press(en.next);

    expect(await screen.findByText(en.isIn('Ada L.'))).toBeTruthy();
    expect(asked(path)[0]?.body).toEqual({ number: '1234', pin: '987' });
  });

  it('asks which way where the platform cannot know', async () => {
    await kiosk({ [path]: refused(503) });
    await press(en.pin);
    await digits('1234');
    await press(en.next);
    await digits('987');
    await press(en.next);
    await press(en.pinOut);

    expect(await screen.findByText(en.pinSavedOut)).toBeTruthy();
    expect(screen.getByText(en.savedHere)).toBeTruthy();
  });

  it('says that it was wrong, and begins again', async () => {
    await kiosk({ [path]: refused(422, { detail: 'Number or PIN is wrong.' }) });
    await press(en.pin);
    await digits('1');
    await press(en.next);
    await digits('2');
    await press(en.next);

    expect(await screen.findByText('Number or PIN is wrong.')).toBeTruthy();
    expect(screen.getByRole('heading', { name: en.pinNumber })).toBeTruthy();
  });
});

describe('a kiosk that nobody touches', () => {
  beforeEach(() => {
    vi.useFakeTimers({ shouldAdvanceTime: true, toFake: ['setInterval', 'clearInterval', 'performance'] });
  });

  it('counts down in sight, and starts afresh with nothing of the last visitor', async () => {
    await kiosk();
    await press(en.visiting);
    await type(en.name, 'Bob Moran');
    act(() => void vi.advanceTimersByTime(12_000));
    expect(screen.getByText(/Starts again in [789] s/)).toBeTruthy();

    act(() => void vi.advanceTimersByTime(9_000));

    await press(en.visiting);
    expect((await screen.findByLabelText<HTMLInputElement>(en.name)).value).toBe('');
  });

  it('gives more time to whoever touches it', async () => {
    await kiosk();
    await press(en.visiting);
    act(() => void vi.advanceTimersByTime(15_000));
    fireEvent.pointerDown(document.body);
    act(() => void vi.advanceTimersByTime(15_000));

    expect(screen.getByRole('heading', { name: en.whoTitle })).toBeTruthy();
  });
});
