import type { Webhook, WebhookDelivery } from '@guildhall/client';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ok, refused, type Routes } from '../../testing/platform.ts';
import { sessionOf } from '../../testing/samples.ts';
import { visit } from '../../testing/visit.tsx';
import { en } from '../../words/en.ts';

const hooks = '/api/register/webhooks';
const words = en.admin.webhooks;
const at = '2026-03-02T09:00:00Z';

const hook: Webhook = {
  id: 'w1',
  settings: {
    url: 'https://building.example.org/in',
    events: ['visit_opened', 'snapshot_taken'],
    siteId: '',
    description: 'The lifts',
    active: true,
  },
  createdAt: at,
  disabledForFailing: false,
};
const delivery: WebhookDelivery = {
  id: 'd1',
  webhookId: 'w1',
  event: 'visit_opened',
  state: 'failed',
  createdAt: at,
  tryCount: 7,
  tries: [{ at, status: 503, durationMs: 12 }],
  body: '{"type":"visit.opened"}',
};

const open = (address: string, more: Routes = {}) =>
  visit(address, {
    'GET /api/auth/session': ok(sessionOf('register.webhooks.write')),
    [`GET ${hooks}`]: ok({ webhooks: [hook] }),
    [`GET ${hooks}/w1`]: ok(hook),
    [`GET ${hooks}/w1/deliveries`]: ok({ deliveries: [delivery] }),
    [`GET ${hooks}/w1/deliveries/d1`]: ok(delivery),
    ...more,
  });

describe('the webhooks', () => {
  it('are listed with what they are for', async () => {
    open('/hooks');

    expect(await screen.findByRole('link', { name: hook.settings.url })).toBeTruthy();
    expect(screen.getByText('The lifts')).toBeTruthy();
  });

  it('begin with the secret, which is shown once', async () => {
    const { asked } = open('/hooks', { [`POST ${hooks}`]: { status: 201, body: { ...hook, secret: 'whsec_1' } } });
    fireEvent.click(await screen.findByRole('button', { name: words.add }));
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.change(dialog.getByLabelText(words.url), { target: { value: hook.settings.url } });
    fireEvent.click(dialog.getByLabelText(words.eventNames.snapshot_taken));
    fireEvent.click(dialog.getByRole('button', { name: words.add }));

    expect(await screen.findByText('whsec_1')).toBeTruthy();
    expect(asked(`POST ${hooks}`)[0]?.body).toMatchObject({
      url: hook.settings.url,
      events: expect.arrayContaining(['snapshot_taken']) as unknown,
    });
  });

  it('say at the field what is wrong with an address', async () => {
    const errors = [{ pointer: '#/url', detail: 'must begin with https://' }];
    open('/hooks', { [`POST ${hooks}`]: refused(422, { errors }) });
    fireEvent.click(await screen.findByRole('button', { name: words.add }));
    fireEvent.click(within(await screen.findByRole('dialog')).getByRole('button', { name: words.add }));

    expect(await screen.findByText('Must begin with https://')).toBeTruthy();
  });
});

describe('one webhook', () => {
  it('shows every try of a call, and what was sent', async () => {
    open('/hooks/w1');
    fireEvent.click(await screen.findByRole('button', { name: new RegExp(words.eventNames.visit_opened) }));

    expect(await screen.findByText(new RegExp(words.answered(503, 12)))).toBeTruthy();
    expect(screen.getByText(delivery.body ?? '')).toBeTruthy();
  });

  it('sends again what was given up, one and all', async () => {
    const { asked } = open('/hooks/w1', {
      [`POST ${hooks}/w1/deliveries/d1/replay`]: ok({ ...delivery, state: 'pending' }),
      [`POST ${hooks}/w1/replay`]: ok({ replayed: 3 }),
    });
    fireEvent.click(await screen.findByRole('button', { name: words.replayAll }));
    expect(await screen.findByText(words.replayedAll(3))).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: new RegExp(words.eventNames.visit_opened) }));
    fireEvent.click(await screen.findByRole('button', { name: words.replay }));

    expect(await screen.findByText(words.replayed)).toBeTruthy();
    expect(asked(`POST ${hooks}/w1/deliveries/d1/replay`)).toHaveLength(1);
  });

  it.each([
    [words.rotate, words.rotateAsk, `POST ${hooks}/w1/secret`],
    [words.delete, words.deleteAsk(hook.settings.url), `DELETE ${hooks}/w1`],
  ])('says what will happen before: %s', async (action, question, call) => {
    const { asked } = open('/hooks/w1', {
      [`POST ${hooks}/w1/secret`]: ok({ ...hook, secret: 'whsec_2' }),
      [`DELETE ${hooks}/w1`]: { status: 204 },
    });
    fireEvent.click(await screen.findByRole('button', { name: action }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain(question);
    expect(asked(call)).toEqual([]);
    fireEvent.click(within(dialog).getByRole('button', { name: action }));

    await waitFor(() => expect(asked(call)).toHaveLength(1));
  });

  it('says since when every call has failed', async () => {
    open('/hooks/w1', { [`GET ${hooks}/w1`]: ok({ ...hook, failingSince: at, disabledForFailing: true }) });

    expect(await screen.findByText(new RegExp(words.disabled.slice(0, 30)))).toBeTruthy();
  });
});
