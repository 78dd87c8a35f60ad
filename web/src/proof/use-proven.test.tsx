import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { Problem } from '../api/problem.ts';
import { ok, platform, refused } from '../testing/platform.ts';
import { show } from '../testing/show.tsx';
import { account } from '../words/en/account.ts';
import { ways } from '../words/en/ways.ts';
import { useProven } from './use-proven.tsx';

const wanted = new Problem(403, { code: 'identity.reauthentication_required' });

function Erase({ erase, onSuccess }: Readonly<{ erase: (id: string) => Promise<string>; onSuccess?: () => void }>) {
  const { mutate, error, data, dialog } = useProven({ mutationFn: erase, ...(onSuccess && { onSuccess }) });
  return (
    <>
      <button type="button" onClick={() => mutate('p1')}>
        erase
      </button>
      {error && <p>{error.message}</p>}
      {data && <p>{data}</p>}
      {dialog}
    </>
  );
}

function start(erase: (id: string) => Promise<string>, onSuccess?: () => void) {
  show(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { mutations: { retry: false } } })}>
      <Erase erase={erase} {...(onSuccess && { onSuccess })} />
    </QueryClientProvider>,
  );
  fireEvent.click(screen.getByRole('button', { name: 'erase' }));
}

const provePassword = async (): Promise<void> => {
  fireEvent.click(await screen.findByRole('radio', { name: account.proofPassword }));
  fireEvent.change(await screen.findByLabelText(ways.passwordLabel, { selector: 'input[type=password]' }), {
    target: { value: 'correct horse battery' },
  });
  fireEvent.click(screen.getByRole('button', { name: account.proofGo }));
};

describe('something that may ask who is there', () => {
  it('is simply done where it does not ask', async () => {
    const onSuccess = vi.fn<() => void>();
    start(async (id) => `${id} is gone`, onSuccess);

    expect(await screen.findByText('p1 is gone')).toBeTruthy();
    expect(onSuccess).toHaveBeenCalledOnce();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('is done once one has proven it, with what was given before', async () => {
    const { asked } = platform({ 'POST /api/auth/reauthenticate': ok({}) });
    const erase = vi.fn<(id: string) => Promise<string>>().mockRejectedValueOnce(wanted).mockResolvedValue('gone');
    start(erase);
    await provePassword();

    expect(await screen.findByText('gone')).toBeTruthy();
    expect(erase.mock.calls.map(([id]) => id)).toEqual(['p1', 'p1']);
    expect(asked('POST /api/auth/reauthenticate')).toHaveLength(1);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('is not done while the proof is refused, and asks on', async () => {
    platform({ 'POST /api/auth/reauthenticate': refused(401, { detail: 'That is not your password.' }) });
    const erase = vi.fn<(id: string) => Promise<string>>().mockRejectedValue(wanted);
    start(erase);
    await provePassword();

    expect(await screen.findByText('That is not your password.')).toBeTruthy();
    expect(erase).toHaveBeenCalledOnce();
    expect(screen.getByRole('dialog')).toBeTruthy();
  });

  it('is given up when one closes the question', async () => {
    const erase = vi.fn<(id: string) => Promise<string>>().mockRejectedValue(wanted);
    start(erase);
    const dialog = await screen.findByRole('dialog');
    fireEvent.click(screen.getByRole('button', { name: 'Close' }));

    await waitFor(() => expect(dialog.isConnected).toBe(false));
    expect(erase).toHaveBeenCalledOnce();
  });

  it('shows any other refusal, and asks nothing', async () => {
    start(async () => Promise.reject(new Problem(409, { detail: 'They are inside.' })));

    expect(await screen.findByText('They are inside.')).toBeTruthy();
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
