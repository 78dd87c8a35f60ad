import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { Message } from '@guildhall/client';
import { ok, refused, type Routes } from '../../testing/platform.ts';
import { sessionOf } from '../../testing/samples.ts';
import { visit } from '../../testing/visit.tsx';
import { en } from '../../words/en.ts';
import { notifier as words } from '../../words/en/notifier.ts';
import { messageSearch, requestOf } from './search.ts';

const at = '2026-03-02T09:00:00Z';
const message: Message = {
  id: 'm1',
  lane: 'transactional',
  category: 'reminder',
  channel: 'sms',
  to: '+447700900123',
  template: 'reminder',
  state: 'delivered',
  requestedAt: at,
  attempts: [],
  reference: 'visit:1',
  sender: 'register',
};
const attempt = { at, provider: 'twilio', outcome: 'sent', providerMessageId: 'SM1', durationMs: 40 };
const steps = [
  { kind: 'requested', at },
  { kind: 'held', at, heldFor: 'quiet_hours', until: '2026-03-02T10:00:00Z' },
  { kind: 'attempt', at, attempt },
  { kind: 'delivered', at },
];
const routes = {
  'GET /api/auth/session': ok(sessionOf('notifier.messages.read', 'notifier.dead_letters.redrive')),
  'GET /api/notifier/messages': ok({ messages: [message] }),
  'GET /api/notifier/providers': ok({ providers: [] }),
  'GET /api/notifier/dead-letters': ok({ deadLetters: [] }),
};
const open = (address: string, more: Routes = {}) => visit(address, { ...routes, ...more });

describe('one message', () => {
  it('tells everything that happened to it', async () => {
    open('/messages/m1', { 'GET /api/notifier/messages/m1/timeline': ok({ message, steps }) });

    expect(await screen.findByText(words.kinds.delivered)).toBeTruthy();
    expect(screen.getByText(/twilio · taken · 40 ms · SM1/)).toBeTruthy();
    expect(screen.getByText(new RegExp(words.heldFor.quiet_hours))).toBeTruthy();
    expect(screen.getByText('visit:1')).toBeTruthy();
  });

  it('that is not there says so', async () => {
    open('/messages/m9', { 'GET /api/notifier/messages/m9/timeline': refused(404, { title: 'Not found' }) });

    expect(await screen.findByRole('alert')).toBeTruthy();
  });

  it('is one step from the list', async () => {
    const { router } = open('/messages', { 'GET /api/notifier/messages/m1/timeline': ok({ message, steps }) });
    fireEvent.click(await screen.findByRole('button', { name: /\+447700900123/ }));
    fireEvent.click(await screen.findByRole('link', { name: words.open }));

    await waitFor(() => expect(router.state.location.pathname).toBe('/messages/m1'));
  });
});

describe('the search', () => {
  it('is in the address, and asked for with the moments of its days', async () => {
    const { asked, router } = open('/messages?state=failed');
    fireEvent.change(await screen.findByLabelText(words.reference), { target: { value: 'visit:1' } });
    fireEvent.change(screen.getByLabelText(words.category), { target: { value: 'reminder' } });
    fireEvent.click(screen.getByRole('button', { name: words.search }));

    await waitFor(() =>
      expect(router.state.location.search).toEqual({ state: 'failed', reference: 'visit:1', category: 'reminder' }),
    );
    await waitFor(() =>
      expect(Object.fromEntries(asked('GET /api/notifier/messages').at(-1)!.search)).toEqual({
        state: 'failed',
        reference: 'visit:1',
        category: 'reminder',
      }),
    );
  });

  it('includes the last day', () => {
    expect(requestOf({ from: '2026-03-02', until: '2026-03-02' })).toEqual({
      from: new Date(2026, 2, 2).toISOString(),
      until: new Date(2026, 2, 3).toISOString(),
    });
    expect(requestOf({ from: 'soon' })).toEqual({});
  });

  it('keeps texts of an address, and digits as text', () => {
    expect(messageSearch({ to: 447700900123, state: '', lane: 'bulk', evil: 'x', sender: ['a'] })).toEqual({
      to: '447700900123',
      lane: 'bulk',
    });
  });

  it('becomes a file', async () => {
    vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: () => 'blob:x', revokeObjectURL: () => undefined }));
    const { asked } = open('/messages?template=login', { 'GET /api/notifier/exports/messages': ok([]) });
    fireEvent.click(await screen.findByRole('button', { name: words.file }));
    fireEvent.click(await screen.findByRole('radio', { name: 'JSON' }));
    fireEvent.click(screen.getAllByRole('button', { name: words.file }).at(-1)!);

    await waitFor(() =>
      expect(asked('GET /api/notifier/exports/messages')[0]?.search.toString()).toBe('format=json&template=login'),
    );
  });
});

describe('a dead letter', () => {
  const letter = { id: '7', durable: 'notifier-send-bulk', subject: 'cmd.x', reason: 'notifier.bad', attempts: 1, at };

  it('is looked at without what is personal, and handed back alone', async () => {
    const { asked } = open('/messages', {
      'GET /api/notifier/dead-letters': ok({ deadLetters: [letter, { ...letter, id: '8' }] }),
      'GET /api/notifier/dead-letters/7': ok({
        letter,
        messageId: 'x',
        headers: { 'Dead-Stream': 'CMD_NOTIFIER' },
        payload: '{ "to": "(15 characters)" }',
        sizeBytes: 20,
      }),
      'POST /api/notifier/dead-letters/redrive': ok({ redriven: 1 }),
    });
    fireEvent.click(await screen.findByRole('button', { name: words.inspectNamed('7') }));

    expect((await screen.findByRole('region', { name: words.payload })).textContent).toContain('(15 characters)');
    expect(screen.getByRole('region', { name: words.headers }).textContent).toContain('CMD_NOTIFIER');
    fireEvent.click(screen.getByRole('button', { name: words.redriveOne }));
    await waitFor(() => expect(asked('POST /api/notifier/dead-letters/redrive')[0]?.body).toEqual({ ids: ['7'] }));
    expect(await screen.findByText(en.messages.redriven(1))).toBeTruthy();
  });
});
