import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { ok, refused } from '../../testing/platform.ts';
import { visit } from '../../testing/visit.tsx';
import { snapshot as en } from '../../words/en/snapshot.ts';
import { aSigner } from './samples.testing.ts';

const keyOf = 'GET /api/register/snapshot-key';

const check = async (text: string): Promise<void> => {
  fireEvent.change(await screen.findByLabelText(en.text), { target: { value: text } });
  fireEvent.click(screen.getByRole('button', { name: en.check }));
};

describe('the page that checks a signed list', () => {
  it('shows whose list it is, and prints it', async () => {
    const print = vi.fn<() => void>();
    vi.stubGlobal('print', print);
    const { key, sign } = await aSigner();
    visit('/snapshot', { [keyOf]: ok(key) });
    await check(await sign());

    expect(await screen.findByText(en.genuine)).toBeTruthy();
    expect(screen.getByRole('rowheader', { name: 'Zoé Łukasz' })).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: en.print }));
    expect(print).toHaveBeenCalledOnce();
  });

  it('reads the file that was kept', async () => {
    const { key, sign } = await aSigner();
    visit('/snapshot', { [keyOf]: ok(key) });
    const file = new File([await sign()], 'north.jws');
    fireEvent.change(await screen.findByLabelText(en.file), { target: { files: [file] } });

    expect(await screen.findByText(en.genuine)).toBeTruthy();
  });

  it('shows nothing of a list that is not genuine', async () => {
    const [{ key }, other] = [await aSigner(), await aSigner()];
    visit('/snapshot', { [keyOf]: ok(key) });
    await check(await other.sign());

    expect(await screen.findByText(en.forged)).toBeTruthy();
    expect(screen.queryByText('Zoé Łukasz')).toBeNull();
  });

  it('says where there is no list', async () => {
    const { key } = await aSigner();
    visit('/snapshot', { [keyOf]: ok(key) });
    await check('nothing of the kind');

    expect(await screen.findByText(en.unreadable)).toBeTruthy();
  });

  it('works without a connection once it had one', async () => {
    const { key, sign } = await aSigner();
    const { change } = visit('/snapshot', { [keyOf]: ok(key) });
    await check(await sign());
    fireEvent.click(await screen.findByRole('button', { name: en.another }));
    change({ [keyOf]: refused(503) });
    await check(await sign());

    expect(await screen.findByText(en.genuine)).toBeTruthy();
  });
});
