import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { ok, refused, type Routes } from '../../testing/platform.ts';
import { sessionOf } from '../../testing/samples.ts';
import { visit } from '../../testing/visit.tsx';
import { en } from '../../words/en.ts';
import { ways } from '../../words/en/ways.ts';

const finish = 'POST /api/auth/passkeys/sign-in';

type Asked = Readonly<{ mediation?: string; signal?: AbortSignal }>;

/** A browser that knows passkeys: `answer` says what becomes of a question. */
function authenticator(answer: (asked: Asked) => Promise<unknown>, isOffered = true) {
  const get = vi.fn<typeof answer>(answer);
  vi.stubGlobal('PublicKeyCredential', {
    parseRequestOptionsFromJSON: (options: unknown) => options,
    isConditionalMediationAvailable: async () => isOffered,
  });
  Object.defineProperty(navigator, 'credentials', { value: { get }, configurable: true });
  return get;
}

const chosen = { toJSON: () => ({ id: 'passkey-1' }) };

/** Waits for somebody to choose, until it is withdrawn. */
const nobodyChooses = ({ signal }: Asked): Promise<never> =>
  new Promise((_, reject) => {
    signal?.addEventListener('abort', () => reject(new DOMException('withdrawn', 'AbortError')));
  });

const open = (more: Routes = {}) =>
  visit('/sign-in', {
    'GET /api/auth/session': refused(401),
    'GET /api/auth/methods': ok({ methods: [{ method: 'email' }] }),
    'POST /api/auth/passkeys/sign-in/options': ok({ ceremonyId: 'c1', options: { challenge: 'x' } }),
    ...more,
  });

describe('passkeys beside the input', () => {
  it('sign in whoever chooses one', async () => {
    authenticator(async ({ mediation }) => (mediation === 'conditional' ? chosen : undefined));
    const { asked, change } = open({ [finish]: ok({}) });
    change({ [finish]: () => (change({ 'GET /api/auth/session': ok(sessionOf()) }), ok({})) });

    expect(await screen.findByRole('navigation')).toBeTruthy();
    expect(asked(finish)[0]?.body).toEqual({ ceremonyId: 'c1', credential: { id: 'passkey-1' } });
  });

  it('are offered at the input', async () => {
    authenticator(nobodyChooses);
    open();

    expect((await screen.findByLabelText(en.signIn.emailLabel)).getAttribute('autocomplete')).toBe('username webauthn');
  });

  it('give way when one asks for them by the button', async () => {
    const get = authenticator(({ mediation, signal }) =>
      mediation === 'conditional' ? nobodyChooses({ ...(signal && { signal }) }) : Promise.reject(new Error('no')),
    );
    open();
    await waitFor(() => expect(get).toHaveBeenCalledOnce());
    fireEvent.click(screen.getByRole('button', { name: ways.passkey }));

    expect(await screen.findByText(ways.passkeyRefused)).toBeTruthy();
    expect(get.mock.calls.map(([asked]) => asked.signal?.aborted)).toEqual([true, undefined]);
  });

  it('are not asked for where the browser does not offer them', async () => {
    const get = authenticator(nobodyChooses, false);
    const { requests } = open();
    await screen.findByLabelText(en.signIn.emailLabel);

    expect(get).not.toHaveBeenCalled();
    expect(requests.some(({ path }) => path.includes('passkeys'))).toBe(false);
  });

  it('say why they open nothing', async () => {
    authenticator(async () => chosen);
    open({ [finish]: refused(401, { code: 'identity.passkey_refused', detail: 'This passkey opens nothing here.' }) });

    expect(await screen.findByText('This passkey opens nothing here.')).toBeTruthy();
  });
});
