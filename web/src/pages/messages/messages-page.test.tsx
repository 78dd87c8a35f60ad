import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { DeadLetter, Message } from '@guildhall/client';
import { ok, type Routes } from '../../testing/platform.ts';
import { ada, sessionOf } from '../../testing/samples.ts';
import { visit } from '../../testing/visit.tsx';
import { en } from '../../words/en.ts';

const at = '2026-03-02T09:00:00Z';
const failed: Message = {
  id: 'm1',
  lane: 'transactional',
  category: 'auth',
  channel: 'sms',
  to: '+447700900123',
  template: 'login',
  state: 'failed',
  requestedAt: at,
  reason: 'The number cannot be reached.',
  reference: '',
  sender: '',
  attempts: [
    { at, provider: 'twilio', outcome: 'refused', reason: '21614', durationMs: 41, unclear: false, passedOn: [] },
  ],
};
const letter: DeadLetter = { id: 'd1', durable: 'notifier-send', subject: 'cmd.x', reason: 'No.', attempts: 12, at };

const open = async (more: Routes = {}, address = '/messages', ...permissions: string[]) => {
  const app = visit(address, {
    'GET /api/auth/session': ok(sessionOf('notifier.messages.read', ...permissions)),
    'GET /api/notifier/messages': ok({ messages: [failed] }),
    'GET /api/notifier/providers': ok({ providers: [{ channel: 'sms', name: 'twilio', state: 'sandbox' }] }),
    'GET /api/notifier/dead-letters': ok({ deadLetters: [letter] }),
    ...more,
  });
  await screen.findByRole('heading', { name: en.messages.title });
  return app;
};

describe('the messages', () => {
  it('say what became of each, and open to every attempt', async () => {
    await open();
    fireEvent.click(await screen.findByRole('button', { name: /\+447700900123/ }));

    expect(screen.getByText(en.messages.states.failed, { selector: '.tag' })).toBeTruthy();
    expect(await screen.findByText('The number cannot be reached.')).toBeTruthy();
    expect(screen.getByText(/twilio · refused · 41 ms · 21614/)).toBeTruthy();
  });

  it('to the inbox of somebody have the name of that person, where one may know it', async () => {
    await open(
      {
        'GET /api/notifier/messages': ok({ messages: [{ ...failed, channel: 'inbox', to: 'p1' }] }),
        'GET /api/people/p1': ok(ada),
      },
      '/messages',
      'people.read',
    );

    expect(await screen.findByRole('button', { name: /Ada Lovelace/ })).toBeTruthy();
  });

  it('say which ways out are real', async () => {
    await open();

    expect((await screen.findByText(en.messages.provider.sandbox)).closest('li')?.textContent).toContain('twilio');
  });

  it('are narrowed in the address', async () => {
    const { router, asked } = await open();
    fireEvent.click(await screen.findByRole('radio', { name: en.messages.slack }));
    await waitFor(() => expect(router.state.location.search).toEqual({ channel: 'slack' }));
    fireEvent.change(screen.getByLabelText(en.messages.state), { target: { value: 'failed' } });

    await waitFor(() => expect(router.state.location.search).toEqual({ channel: 'slack', state: 'failed' }));

    await waitFor(() =>
      expect(asked('GET /api/notifier/messages').at(-1)?.search.toString()).toBe('channel=slack&state=failed'),
    );
  });

  it('open narrowed from a link', async () => {
    const { asked } = await open({}, '/messages?state=expired');

    await waitFor(() => expect(asked('GET /api/notifier/messages')[0]?.search.get('state')).toBe('expired'));
  });

  it('say so when there are none', async () => {
    await open({ 'GET /api/notifier/messages': ok({ messages: [] }) });

    expect(await screen.findByText(en.messages.empty)).toBeTruthy();
  });
});

describe('dead letters', () => {
  it('are hidden from those who may not hand them back', async () => {
    await open();
    await screen.findByText('+447700900123');

    expect(screen.queryByText(en.messages.deadLetters)).toBeNull();
  });

  it('are handed back by one press', async () => {
    const { asked } = await open(
      { 'POST /api/notifier/dead-letters/redrive': ok({ redriven: 1 }) },
      '/messages',
      'notifier.dead_letters.redrive',
    );
    fireEvent.click(await screen.findByRole('button', { name: en.messages.redrive }));

    await screen.findByText(en.messages.redriven(1));

    await waitFor(() => expect(asked('GET /api/notifier/dead-letters')).toHaveLength(2));
  });
});
