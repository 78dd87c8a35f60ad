import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ok, refused, type Routes } from '../../testing/platform.ts';
import { ada, sessionOf } from '../../testing/samples.ts';
import { visit } from '../../testing/visit.tsx';
import { en } from '../../words/en.ts';

const challenge = { challengeId: 'ch1', expiresAt: '2026-03-02T09:15:00Z', state: 'sent' };
const verify = 'POST /api/auth/challenges/ch1/verify';

const signedOut: Routes = {
  'GET /api/auth/session': refused(401),
  'GET /api/auth/methods': ok({
    methods: [
      { method: 'email', label: 'E-mail' },
      { method: 'sms', label: 'SMS' },
    ],
  }),
  'POST /api/auth/challenges': { status: 202, body: challenge },
  'GET /api/auth/challenges/ch1': ok(challenge),
};

const type = (label: string, text: string): void =>
  void fireEvent.change(screen.getByLabelText(label), { target: { value: text } });
const press = (name: string): void => void fireEvent.click(screen.getByRole('button', { name }));

/** As far as the code that was asked for. */
async function askForCode(routes: Routes = {}, address = '/sign-in') {
  const app = visit(address, { ...signedOut, ...routes });
  await screen.findByLabelText(en.signIn.emailLabel);
  type(en.signIn.emailLabel, ' ada@example.org ');
  press(en.signIn.send);
  await screen.findByLabelText(en.signIn.codeLabel);
  return app;
}

describe('signing in', () => {
  it('is asked of whoever opens a page for people who are signed in', async () => {
    const { router } = visit('/profile', signedOut);

    await screen.findByRole('heading', { name: en.signIn.title });

    expect(router.state.location.search).toEqual({ next: '/profile' });
  });

  it('sends a code to the address without the blanks around it', async () => {
    const { asked } = await askForCode();

    expect(asked('POST /api/auth/challenges')[0]?.body).toEqual({ method: 'email', value: 'ada@example.org' });
    expect(screen.getByText(/ada@example\.org/)).toBeTruthy();
  });

  it('sends a text message to those who choose one', async () => {
    const { asked } = visit('/sign-in', signedOut);
    fireEvent.click(await screen.findByRole('radio', { name: en.signIn.sms }));
    type(en.signIn.smsLabel, '07700 900123');
    press(en.signIn.send);
    await screen.findByLabelText(en.signIn.codeLabel);

    expect(asked('POST /api/auth/challenges')[0]?.body).toEqual({ method: 'sms', value: '07700 900123' });
  });

  it('keeps an address that was refused, says why beside it, and stands there', async () => {
    const errors = [{ pointer: '#/value', detail: 'is not an e-mail address' }];
    visit('/sign-in', { ...signedOut, 'POST /api/auth/challenges': refused(422, { errors }) });
    await screen.findByLabelText(en.signIn.emailLabel);
    type(en.signIn.emailLabel, 'nonsense');
    press(en.signIn.send);

    await screen.findByText('Is not an e-mail address');

    const input = screen.getByLabelText<HTMLInputElement>(en.signIn.emailLabel);
    expect(input.value).toBe('nonsense');
    expect(document.activeElement).toBe(input);
  });

  it('says after too many codes when to come back', async () => {
    visit('/sign-in', { ...signedOut, 'POST /api/auth/challenges': refused(429, { detail: 'Too many codes.' }, 30) });
    await screen.findByLabelText(en.signIn.emailLabel);
    type(en.signIn.emailLabel, 'ada@example.org');
    press(en.signIn.send);

    expect((await screen.findByText('Too many codes.')).closest('[role=alert]')?.textContent).toMatch(/try again at/);
  });

  it('says a wrong code at the code, with the tries that are left, and keeps it', async () => {
    await askForCode({ [verify]: refused(422, { code: 'identity.wrong_code', remainingTries: 1 }) });
    type(en.signIn.codeLabel, '123456');
    press(en.signIn.verify);

    await screen.findByText(/One try left/);

    const input = screen.getByLabelText<HTMLInputElement>(en.signIn.codeLabel);
    expect([input.value, input.getAttribute('aria-invalid')]).toEqual(['123456', 'true']);
  });

  it('takes whom we know to where they wanted to go', async () => {
    const app = await askForCode({ [verify]: ok({ status: 'signed_in', person: ada }) }, '/sign-in?next=%2Fprofile');
    app.change({ 'GET /api/auth/session': ok(sessionOf()) });
    type(en.signIn.codeLabel, '123 456');
    press(en.signIn.verify);

    await screen.findByRole('heading', { level: 1, name: en.profile.title });

    expect(app.asked(verify)[0]?.body).toEqual({ code: '123 456' });
  });

  it('asks a newcomer for a name, keeps it after a refusal, and then lets them in', async () => {
    const errors = [{ pointer: '#/lastName', detail: 'must not be empty' }];
    const app = await askForCode({
      [verify]: ok({ status: 'needs_name', registrationToken: 'rt' }),
      'POST /api/auth/registrations': refused(422, { errors }),
    });
    type(en.signIn.codeLabel, '123456');
    press(en.signIn.verify);
    await screen.findByLabelText(en.signIn.firstName);
    type(en.signIn.firstName, 'Ada');
    press(en.signIn.create);
    await screen.findByText('Must not be empty');
    expect(document.activeElement).toBe(screen.getByLabelText(en.signIn.lastName));

    app.change({
      'POST /api/auth/registrations': { status: 201, body: { person: ada } },
      'GET /api/auth/session': ok(sessionOf()),
    });
    type(en.signIn.lastName, 'Lovelace');
    press(en.signIn.create);

    await screen.findByRole('heading', { name: en.status.hello('Ada') });
    expect(app.asked('POST /api/auth/registrations')[1]?.body).toEqual({
      registrationToken: 'rt',
      firstName: 'Ada',
      lastName: 'Lovelace',
    });
  });

  it('says when the code could not be delivered', async () => {
    await askForCode({ 'GET /api/auth/challenges/ch1': ok({ ...challenge, state: 'send_failed' }) });

    expect(await screen.findByText(en.signIn.sendFailed)).toBeTruthy();
  });

  it('sends another code, and lets the earlier one be forgotten', async () => {
    const { change } = await askForCode();
    change({ 'POST /api/auth/challenges': { status: 202, body: { ...challenge, challengeId: 'ch2' } } });
    type(en.signIn.codeLabel, '123');
    press(en.signIn.resend);

    await screen.findByText(en.signIn.resent);

    expect(screen.getByLabelText<HTMLInputElement>(en.signIn.codeLabel).value).toBe('');
  });

  it('goes back to another address with the first one still there', async () => {
    await askForCode();
    press(en.signIn.otherWay);

    expect((await screen.findByLabelText<HTMLInputElement>(en.signIn.emailLabel)).value).toBe('ada@example.org');
  });
});

describe('a personal address', () => {
  const redeem = 'POST /api/auth/access-token/redeem';

  it('asks before it signs in', async () => {
    const { asked } = visit('/t/secret', { ...signedOut, [redeem]: ok({ person: ada }) });

    await screen.findByRole('heading', { name: en.token.title });

    expect(asked(redeem)).toEqual([]);
  });

  it('signs in when its owner says so, and leaves the address bar', async () => {
    const { change, router, asked } = visit('/t/secret', { ...signedOut, [redeem]: ok({ person: ada }) });
    await screen.findByRole('heading', { name: en.token.title });
    change({ 'GET /api/auth/session': ok(sessionOf()) });
    press(en.token.confirm);

    await waitFor(() => expect(router.state.location.pathname).toBe('/'));

    expect(asked(redeem)[0]?.body).toEqual({ token: 'secret' });
  });

  it('that no longer works shows another way in', async () => {
    visit('/t/secret', { ...signedOut, [redeem]: refused(410, { detail: 'This address no longer works.' }) });
    await screen.findByRole('heading', { name: en.token.title });
    press(en.token.confirm);

    expect(await screen.findByRole('link', { name: en.token.otherWay })).toBeTruthy();
    expect(screen.getByText('This address no longer works.')).toBeTruthy();
  });
});
