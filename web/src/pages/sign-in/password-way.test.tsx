import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { refused, type Routes } from '../../testing/platform.ts';
import { visit } from '../../testing/visit.tsx';
import { en } from '../../words/en.ts';
import { ways } from '../../words/en/ways.ts';

const type = (label: string, text: string): void =>
  void fireEvent.change(screen.getByLabelText(label), { target: { value: text } });

async function logIn(routes: Routes) {
  const app = visit('/sign-in', { 'GET /api/auth/session': refused(401), ...routes });
  fireEvent.click(await screen.findByRole('button', { name: ways.password }));
  await screen.findByLabelText(ways.passwordLabel);
  type(en.signIn.emailLabel, ' ada@example.org ');
  type(ways.passwordLabel, 'a long pass phrase');
  fireEvent.click(screen.getByRole('button', { name: ways.logIn }));
  return app;
}

describe('signing in with a password', () => {
  it('says at the password that both do not fit together, and keeps the address', async () => {
    const detail = 'Name and password do not fit together.';
    const { asked } = await logIn({
      'POST /api/auth/login': refused(401, { code: 'identity.bad_credentials', detail }),
    });

    await screen.findByText(detail);

    expect(document.activeElement).toBe(screen.getByLabelText(ways.passwordLabel));
    expect(asked('POST /api/auth/login')[0]?.body).toEqual({
      email: 'ada@example.org',
      password: 'a long pass phrase',
    });
  });

  it('says at the address that nobody is known by it', async () => {
    const detail = 'We know no account of that name.';
    await logIn({ 'POST /api/auth/login': refused(404, { code: 'identity.no_account', detail }) });

    await screen.findByText(detail);

    expect(document.activeElement).toBe(screen.getByLabelText(en.signIn.emailLabel));
  });
});

it('a link that was used leads to another one', async () => {
  visit('/reset-password/t1', {
    'GET /api/auth/session': refused(401),
    'POST /api/auth/password-resets/complete': refused(410, { code: 'identity.reset_invalid', detail: 'Used.' }),
  });
  fireEvent.change(await screen.findByLabelText(ways.newPasswordLabel), { target: { value: 'a long pass phrase' } });
  fireEvent.click(screen.getByRole('button', { name: ways.resetAction }));

  expect(await screen.findByRole('link', { name: ways.resetAgain })).toBeTruthy();
});
