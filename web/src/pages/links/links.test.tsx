import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ok, refused } from '../../testing/platform.ts';
import { visit } from '../../testing/visit.tsx';
import { links as en } from '../../words/en/links.ts';

const nobody = { 'GET /api/auth/session': refused(401) };
const button = (name: string) => screen.findByRole('button', { name });

describe('the sign-out link', () => {
  const open = {
    siteName: 'North',
    signedInAt: '2026-03-02T09:00:00Z',
    open: true,
    changed: false,
    timeZone: 'Europe/London',
  };
  const [read, use] = ['GET /api/register/links/sign-out/tok', 'POST /api/register/links/sign-out/tok'];

  it('says what it is about and changes nothing before the button is pressed', async () => {
    const { asked } = visit('/o/tok', {
      ...nobody,
      [read]: ok(open),
      [use]: ok({ ...open, open: false, changed: true }),
    });
    expect(await screen.findByText(/signed in at North since 0?9:00/)).toBeTruthy();
    expect(asked(use)).toEqual([]);

    fireEvent.click(await button(en.signOutDo));

    expect(await screen.findByText(en.signOutDone)).toBeTruthy();
    expect(screen.queryByRole('button', { name: en.signOutDo })).toBeNull();
  });

  it('says when there is nothing to do', async () => {
    visit('/o/tok', { ...nobody, [read]: ok({ ...open, open: false, leftAt: '2026-03-02T17:10:00Z' }) });

    expect(await screen.findByText(/signed out at North at 0?5:10|17:10/)).toBeTruthy();
  });

  it('says when it is over', async () => {
    visit('/o/tok', { ...nobody, [read]: refused(410, { code: 'register.link_unusable' }) });

    expect(await screen.findByText(en.unusable)).toBeTruthy();
  });
});

describe('the link in a call', () => {
  const asks = {
    siteName: 'North',
    kind: 'live',
    startedAt: '2026-03-02T09:00:00Z',
    open: true,
    message: 'North stairs',
    state: 'unanswered',
  };
  const [read, give] = ['GET /api/register/answers/tok', 'POST /api/register/answers/tok'];

  it.each([
    ['safe', en.answerSafe],
    ['help', en.answerHelp],
    ['not_on_site', en.answerAway],
  ] as const)('takes one tap: %s', async (state, label) => {
    const { asked } = visit('/safe/tok', { ...nobody, [read]: ok(asks), [give]: ok({ ...asks, state }) });
    fireEvent.click(await button(label));

    expect(await screen.findByText(en.answered[state])).toBeTruthy();
    expect(asked(give)[0]?.body).toEqual({ state });
  });

  it('says where one is, for whoever comes to help', async () => {
    const { asked } = visit('/safe/tok', { ...nobody, [read]: ok(asks), [give]: ok({ ...asks, state: 'help' }) });
    fireEvent.change(await screen.findByLabelText(en.answerNote), { target: { value: 'By the lift' } });
    fireEvent.click(await button(en.answerHelp));

    await waitFor(() => expect(asked(give)[0]?.body).toEqual({ state: 'help', note: 'By the lift' }));
  });

  it('is said again until it gets through', async () => {
    const { change } = visit('/safe/tok', { ...nobody, [read]: ok(asks), [give]: refused(503) });
    fireEvent.click(await button(en.answerSafe));
    expect(await screen.findByText(en.answerUnsent)).toBeTruthy();

    change({ [give]: ok({ ...asks, state: 'safe' }) });

    expect(await screen.findByText(en.answered.safe, {}, { timeout: 8_000 })).toBeTruthy();
  });

  it('says that a drill is one, and when it is over', async () => {
    visit('/safe/tok', { ...nobody, [read]: ok({ ...asks, kind: 'drill', open: false }) });

    expect(await screen.findByText(en.answerOver)).toBeTruthy();
    expect(screen.getByRole('heading', { name: en.answerTitle.drill })).toBeTruthy();
  });
});

describe('the code on a kiosk', () => {
  const path = 'POST /api/register/me/kiosk-scan';
  const scan = {
    siteId: 'north',
    siteName: 'North',
    inside: true,
    changed: true,
    at: '2026-03-02T09:00:00Z',
    occupancy: 3,
  };

  it('signs in or out with one tap, and says which', async () => {
    const { asked } = visit('/k/ki1.123.abcdefghijklmnop', { [path]: ok(scan) });
    expect(asked(path)).toEqual([]);
    fireEvent.click(await button(en.scanDo));

    expect(await screen.findByText(en.scanIn)).toBeTruthy();
    expect(asked(path)[0]?.body).toEqual({ code: 'ki1.123.abcdefghijklmnop' });
  });

  it('says that a code is over, and which one to scan', async () => {
    visit('/k/ki1.123.abcdefghijklmnop', { [path]: refused(410, { code: 'register.kiosk_code_unusable' }) });
    fireEvent.click(await button(en.scanDo));

    expect(await screen.findByText(en.scanOver)).toBeTruthy();
  });

  it('asks who one is first, and comes back', async () => {
    const { router } = visit('/k/ki1.123.abcdefghijklmnop', nobody);

    await waitFor(() => expect(router.state.location.pathname).toBe('/sign-in'));
    expect(router.state.location.search).toEqual({ next: '/k/ki1.123.abcdefghijklmnop' });
  });
});

describe('the code of a muster point', () => {
  it('says that one is safe there', async () => {
    const path = 'POST /api/register/me/muster';
    const { asked } = visit('/muster/tok', {
      [path]: ok({ siteName: 'North', musterPoint: 'Car park', state: 'safe' }),
    });
    fireEvent.click(await button(en.musterDo));

    expect(await screen.findByText(en.musterDone('Car park'))).toBeTruthy();
    expect(asked(path)[0]?.body).toEqual({ code: 'tok' });
  });
});

describe('an invitation', () => {
  const path = 'GET /api/register/links/invitation/tok';
  const invited = {
    siteName: 'North',
    visitorName: 'Bob',
    hostName: 'Grace',
    expectedOn: '2026-03-02',
    expectedFrom: '09:30',
    expectedUntil: '',
  };

  it('shows where, when, whom, and the code for the entrance', async () => {
    visit('/i/tok', { ...nobody, [path]: ok({ ...invited, status: 'expected' }) });

    expect(await screen.findByText(/March.*2026, from 09:30/)).toBeTruthy();
    expect(screen.getByText('Grace')).toBeTruthy();
    expect(screen.getByRole('img', { name: en.inviteQr }).getAttribute('src')).toContain('/invitation/tok/qr.svg');
  });

  it('lets the visitor sign out', async () => {
    visit('/i/tok', {
      ...nobody,
      [path]: ok({ ...invited, status: 'inside' }),
      'POST /api/register/links/invitation/tok/sign-out': ok({ ...invited, status: 'left' }),
    });
    fireEvent.click(await button(en.inviteLeave));

    expect(await screen.findByText(en.inviteLeft)).toBeTruthy();
  });
});

describe('the link to a host', () => {
  it('answers for the visitor who waits', async () => {
    const waits = { visitorName: 'Bob', company: 'Roofs Ltd', siteName: 'North', arrivedAt: '2026-03-02T09:00:00Z' };
    visit('/h/tok', {
      ...nobody,
      'GET /api/register/links/host-answer/tok': ok(waits),
      'POST /api/register/links/host-answer/tok': ok({ ...waits, answer: 'coming' }),
    });
    fireEvent.click(await button(en.hostAnswer.coming));

    expect(await screen.findByText(en.hostAnswered(en.hostAnswer.coming))).toBeTruthy();
  });
});

describe('the link in a message that asks for an answer', () => {
  const [read, give] = ['GET /api/notifier/answers/tok', 'POST /api/notifier/answers/tok'];

  it('answers with one tap, and not before', async () => {
    const { asked } = visit('/answer/tok', {
      ...nobody,
      [read]: ok({ answered: false }),
      [give]: ok({ answered: true }),
    });
    const yes = await button(en.escalationDo);
    expect(asked(give)).toEqual([]);

    fireEvent.click(yes);

    expect(await screen.findByText(en.escalationDone)).toBeTruthy();
    expect(screen.queryByRole('button', { name: en.escalationDo })).toBeNull();
  });

  it('says that somebody was faster', async () => {
    visit('/answer/tok', { ...nobody, [read]: ok({ answered: true }) });

    expect(await screen.findByText(en.escalationOver)).toBeTruthy();
  });

  it('says when it is over', async () => {
    visit('/answer/tok', { ...nobody, [read]: refused(410, { code: 'notifier.answer_link_unusable' }) });

    expect(await screen.findByText(en.unusable)).toBeTruthy();
  });
});
