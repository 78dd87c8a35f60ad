import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { Suppression } from '@guildhall/client';
import { describe, expect, it } from 'vitest';
import { ok, refused, type Routes } from '../../testing/platform.ts';
import { sessionOf } from '../../testing/samples.ts';
import { visit } from '../../testing/visit.tsx';
import { suppressions as en } from '../../words/en/suppressions.ts';
import { suppressionSearch } from './search.ts';

const path = '/api/notifier/suppressions';
const bounced: Suppression = {
  id: 's1',
  channel: 'email',
  to: 'ada@example.org',
  reason: 'hard_bounce',
  code: '5.1.1',
  since: '2026-03-02T09:00:00Z',
};

const open = async (more: Routes = {}, address = '/messages/suppressions') => {
  const app = visit(address, {
    'GET /api/auth/session': ok(sessionOf('notifier.messages.read', 'notifier.suppressions.manage')),
    [`GET ${path}`]: ok({ suppressions: [bounced] }),
    ...more,
  });
  await screen.findByRole('heading', { name: en.title });
  return app;
};

describe('the stopped addresses', () => {
  it('say why nothing is sent there, and since when', async () => {
    await open();

    expect(await screen.findByText('ada@example.org')).toBeTruthy();
    expect(screen.getByText(/Refused for good \(5\.1\.1\) · /)).toBeTruthy();
  });

  it('are found by the whole address and by channel, which stand in the address of the page', async () => {
    const { router, asked } = await open();
    fireEvent.change(screen.getByLabelText(en.search), { target: { value: ' +447700900123 ' } });
    fireEvent.submit(screen.getByRole('search'));
    await waitFor(() => expect(router.state.location.search).toEqual({ to: '+447700900123' }));
    fireEvent.click(screen.getByRole('radio', { name: en.channels.sms }));

    await waitFor(() =>
      expect(Object.fromEntries(asked(`GET ${path}`).at(-1)?.search ?? [])).toEqual({
        to: '+447700900123',
        channel: 'sms',
      }),
    );
  });

  it('are looked for from a link, also by a number that lost its plus sign there', () => {
    expect(suppressionSearch({ to: 447_700_900_123, channel: 'sms' })).toEqual({ to: '+447700900123', channel: 'sms' });
    expect(suppressionSearch({ to: 'ada@example.org', channel: 'pigeon' })).toEqual({ to: 'ada@example.org' });
  });

  it('say so when there are none, and when the one that is looked for is not among them', async () => {
    await open({ [`GET ${path}`]: ok({ suppressions: [] }) });
    expect(await screen.findByText(en.none)).toBeTruthy();
  });

  it('say so when the one that is looked for is not among them', async () => {
    await open({ [`GET ${path}`]: ok({ suppressions: [] }) }, '/messages/suppressions?to=bob@example.org');
    expect(await screen.findByText(en.noneFound)).toBeTruthy();
  });

  it('go on page by page', async () => {
    const { asked } = await open({
      [`GET ${path}`]: ({ search }) =>
        ok(search.get('pageToken') ? { suppressions: [] } : { suppressions: [bounced], nextPageToken: 'more' }),
    });
    fireEvent.click(await screen.findByRole('button', { name: 'Show more' }));

    await waitFor(() => expect(asked(`GET ${path}`).at(-1)?.search.get('pageToken')).toBe('more'));
  });
});

describe('an address', () => {
  it('is sent to again after one has said so twice', async () => {
    const { asked } = await open({ [`DELETE ${path}/s1`]: { status: 204 } });
    fireEvent.click(await screen.findByRole('button', { name: en.liftNamed('ada@example.org') }));
    expect(screen.getByText(en.liftAsk('ada@example.org'))).toBeTruthy();
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: en.lift }));

    expect(await screen.findByText(en.lifted('ada@example.org'))).toBeTruthy();
    expect(asked(`DELETE ${path}/s1`)).toHaveLength(1);
    await waitFor(() => expect(asked(`GET ${path}`)).toHaveLength(2));
  });

  it('is stopped by hand, and the list follows', async () => {
    const added = { ...bounced, id: 's2', channel: 'sms', to: '+447700900123', reason: 'manual', code: '' };
    const { asked } = await open({ [`POST ${path}`]: ok(added) });
    fireEvent.click(screen.getByRole('button', { name: en.add }));
    const dialog = within(screen.getByRole('dialog'));
    fireEvent.click(dialog.getByRole('radio', { name: en.channels.sms }));
    fireEvent.change(dialog.getByLabelText(en.sms), { target: { value: '+447700900123' } });
    fireEvent.click(dialog.getByRole('button', { name: en.stop }));

    expect(await screen.findByText(en.added('+447700900123'))).toBeTruthy();
    expect(asked(`POST ${path}`).map(({ body }) => body)).toEqual([{ channel: 'sms', to: '+447700900123' }]);
    await waitFor(() => expect(asked(`GET ${path}`)).toHaveLength(2));
  });

  it('that is none is refused beside the input, and stays as it was typed', async () => {
    await open({ [`POST ${path}`]: refused(422, { errors: [{ pointer: '#/to', detail: 'is no e-mail address' }] }) });
    fireEvent.click(screen.getByRole('button', { name: en.add }));
    const dialog = within(screen.getByRole('dialog'));
    const input = dialog.getByLabelText<HTMLInputElement>(en.email);
    fireEvent.change(input, { target: { value: 'ada' } });
    fireEvent.click(dialog.getByRole('button', { name: en.stop }));

    expect(await dialog.findByText('Is no e-mail address')).toBeTruthy();
    expect([input.value, input.getAttribute('aria-invalid')]).toEqual(['ada', 'true']);
  });
});
