import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ok, type Routes } from '../../testing/platform.ts';
import { sessionOf } from '../../testing/samples.ts';
import { visit } from '../../testing/visit.tsx';
import { en } from '../../words/en.ts';

const words = en.admin.webhooks;
const settings = { url: 'https://other.example.org/hook', events: ['message_failed'], description: '', active: true };
const hook = { id: 'h1', settings, createdAt: '2026-03-02T09:00:00Z', disabledForFailing: false };
const call = { id: 'c1', hookId: 'h1', event: 'message_failed', state: 'failed', createdAt: '2026-03-02T09:00:00Z' };

const open = (address: string, more: Routes = {}) =>
  visit(address, {
    'GET /api/auth/session': ok(sessionOf('notifier.messages.read', 'notifier.webhooks.write')),
    'GET /api/notifier/webhooks': ok({ hooks: [hook] }),
    'GET /api/notifier/webhooks/h1': ok(hook),
    'GET /api/notifier/webhooks/h1/calls': ok({ calls: [{ ...call, tries: [], tryCount: 3 }] }),
    ...more,
  });

it('the webhooks of messages are made for events of messages, with the secret shown once', async () => {
  const { asked } = open('/messages/webhooks', {
    'POST /api/notifier/webhooks': ok({ ...hook, secret: 'whsec_1' }),
  });
  fireEvent.click(await screen.findByRole('button', { name: words.add }));
  expect(await screen.findByLabelText(words.eventNames.message_answered)).toBeTruthy();
  expect(screen.queryByLabelText(words.eventNames.visit_opened)).toBeNull();
  expect(screen.queryByLabelText(words.site)).toBeNull();
  fireEvent.change(screen.getByLabelText(words.url), { target: { value: settings.url } });
  fireEvent.click(screen.getAllByRole('button', { name: words.add }).at(-1)!);

  await waitFor(() => expect(asked('POST /api/notifier/webhooks')[0]?.body).toEqual(settings));
  expect(await screen.findByText('whsec_1')).toBeTruthy();
});

it('a webhook of messages shows its calls, and sends those that were given up again', async () => {
  const { asked } = open('/messages/webhooks/h1', { 'POST /api/notifier/webhooks/h1/replay': ok({ replayed: 1 }) });
  await screen.findByRole('heading', { name: settings.url });
  fireEvent.click(await screen.findByRole('button', { name: words.replayAll }));

  await waitFor(() => expect(asked('POST /api/notifier/webhooks/h1/replay')).toHaveLength(1));
  expect(screen.getByRole('link', { name: words.back }).getAttribute('href')).toBe('/messages/webhooks');
});
