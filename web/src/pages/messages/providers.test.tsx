import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ok } from '../../testing/platform.ts';
import { sessionOf } from '../../testing/samples.ts';
import { visit } from '../../testing/visit.tsx';
import { en } from '../../words/en.ts';

it('says that push is off where nobody set it up, and how each of several accounts is', async () => {
  const providers = [
    { channel: 'email', name: 'smtp', state: 'failing' },
    { channel: 'email', name: 'graph', state: 'real' },
    { channel: 'push', name: 'fcm', state: 'off' },
  ];
  visit('/messages', {
    'GET /api/auth/session': ok(sessionOf('notifier.messages.read')),
    'GET /api/notifier/messages': ok({ messages: [] }),
    'GET /api/notifier/providers': ok({ providers }),
  });

  const shown = await screen.findByRole('list', { name: en.messages.providers });
  expect([...shown.children].map((one) => one.textContent)).toEqual([
    `${en.messages.email} (smtp)${en.messages.provider.failing}`,
    `${en.messages.email} (graph)${en.messages.provider.real}`,
    `${en.messages.push} (fcm)${en.messages.provider.off}`,
  ]);
});
