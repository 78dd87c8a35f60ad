import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ok, refused, type Routes } from '../../testing/platform.ts';
import { ada, sessionOf } from '../../testing/samples.ts';
import { visit } from '../../testing/visit.tsx';
import { account as words } from '../../words/en/account.ts';

const me = 'PATCH /api/people/me';
const second = { id: 'c2', method: 'sms', value: '+447700900123', verifiedAt: '2026-03-01T09:00:00Z' } as const;
const two = { ...ada, contacts: [...ada.contacts, second], preferredContactId: 'c1' };
const pin = '/api/people/me/pin';

/** The profile once it is all there: names of roles are looked for in a long page, which takes a busy machine its time. */
const open = async (more: Routes = {}) => {
  const app = visit('/profile', {
    'GET /api/auth/session': ok({ ...sessionOf(), person: two }),
    'GET /api/people/me': ok(two),
    'GET /api/auth/sessions': ok({ sessions: [] }),
    [`GET ${pin}`]: ok({ number: '1024', isSet: false }),
    ...more,
  });
  await screen.findByText('1024');
  return app;
};

const confirm = async (question: string, action: string): Promise<void> => {
  const dialog = await screen.findByRole('dialog');
  expect(dialog.textContent).toContain(question);
  fireEvent.click(within(dialog).getByRole('button', { name: action }));
};

describe("one's own contacts", () => {
  it('are used first by choice', async () => {
    const { asked } = await open({ [me]: ok({ ...two, preferredContactId: 'c2' }) });
    fireEvent.click(await screen.findByRole('button', { name: words.preferNamed(second.value) }));

    await waitFor(() => expect(asked(me)[0]?.body).toEqual({ preferredContactId: 'c2' }));
  });

  it('are removed after a question', async () => {
    const { requests } = await open({ 'DELETE /api/people/me/contacts/c2': ok(ada) });
    fireEvent.click(await screen.findByRole('button', { name: words.removeNamed(second.value) }));
    await confirm(words.removeAsk(second.value), words.remove);

    expect(await screen.findByText(words.removed)).toBeTruthy();
    expect(requests.find(({ method }) => method === 'DELETE')?.path).toMatch(/\/c2$/);
  });
});

describe('the preferences', () => {
  it('are kept as soon as they are chosen', async () => {
    const { asked } = await open({ [me]: ok(two) });
    fireEvent.click(await screen.findByRole('switch', { name: new RegExp(words.reminders) }));
    await waitFor(() => expect(asked(me)[0]?.body).toEqual({ reminders: false }));
    fireEvent.change(screen.getByLabelText(words.language), { target: { value: 'fr' } });

    await waitFor(() => expect(asked(me)[1]?.body).toEqual({ locale: 'fr' }));
  });

  it('show again what was, when they are refused', async () => {
    await open({ [me]: refused(500, { detail: 'Not now.' }) });
    const input = await screen.findByRole<HTMLInputElement>('switch', { name: new RegExp(words.reminders) });
    fireEvent.click(input);

    expect(await screen.findByText('Not now.')).toBeTruthy();
    expect(input.checked).toBe(true);
  });

  it('hold reminders back for today', async () => {
    await open({ 'POST /api/register/me/reminders/snooze': ok({}), 'POST /api/register/*': ok({}) });
    fireEvent.click(await screen.findByRole('button', { name: words.snooze }));

    expect((await screen.findAllByText(words.snoozed)).length).toBeGreaterThan(0);
  });
});

describe('the PIN for kiosks', () => {
  it('is set, and never shown again', async () => {
    const { requests, change } = await open({ [`PUT ${pin}`]: ok({ number: '1024', isSet: true }) });
    fireEvent.change(await screen.findByLabelText(words.pinNew), { target: { value: '25808520' } });
    change({ [`GET ${pin}`]: ok({ number: '1024', isSet: true }) });
    fireEvent.click(screen.getByRole('button', { name: words.pinSave }));

    expect(await screen.findByText(words.pinSaved)).toBeTruthy();
    expect(requests.find(({ method }) => method === 'PUT')?.body).toEqual({ pin: '25808520' });
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>(words.pinNew).value).toBe(''));
  });

  it('that is easily guessed is refused at its field', async () => {
    const errors = [{ pointer: '#/pin', detail: 'is easily guessed' }];
    await open({ [`PUT ${pin}`]: refused(422, { errors }) });
    fireEvent.change(await screen.findByLabelText(words.pinNew), { target: { value: '123456' } });
    fireEvent.click(screen.getByRole('button', { name: words.pinSave }));

    expect(await screen.findByText('Is easily guessed')).toBeTruthy();
  });

  it('is removed after a question', async () => {
    await open({ [`GET ${pin}`]: ok({ number: '1024', isSet: true }), [`DELETE ${pin}`]: { status: 204 } });
    fireEvent.click(await screen.findByRole('button', { name: words.pinRemove }));
    await confirm(words.pinRemoveAsk, words.pinRemove);

    expect(await screen.findByText(words.pinRemoved)).toBeTruthy();
  });
});
