import { fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { show } from '../testing/show.tsx';
import { en } from '../words/en.ts';
import { Confirm } from './confirm.tsx';
import { Dialog } from './dialog.tsx';

function Opener({ onClose }: Readonly<{ onClose: () => void }>) {
  const [isOpen, setOpen] = useState(false);
  const close = (): void => {
    setOpen(false);
    onClose();
  };
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Open
      </button>
      {isOpen && (
        <Dialog kind="drawer" title="Change Ada" onClose={close}>
          <input data-autofocus aria-label="Name" />
        </Dialog>
      )}
    </>
  );
}

describe('a dialog', () => {
  it('is modal, bears its title, and begins at its first input', () => {
    show(<Opener onClose={() => undefined} />);

    fireEvent.click(screen.getByRole('button', { name: 'Open' }));

    expect(screen.getByRole('dialog', { name: 'Change Ada' }).hasAttribute('open')).toBe(true);
    expect(document.activeElement).toBe(screen.getByLabelText('Name'));
  });

  it('closes by its button', () => {
    const closed = vi.fn<() => void>();
    show(<Opener onClose={closed} />);
    fireEvent.click(screen.getByRole('button', { name: 'Open' }));

    fireEvent.click(screen.getByRole('button', { name: en.app.close }));

    expect(closed).toHaveBeenCalledOnce();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('closes when the browser closes it, as by Escape', () => {
    const closed = vi.fn<() => void>();
    show(<Opener onClose={closed} />);
    fireEvent.click(screen.getByRole('button', { name: 'Open' }));

    screen.getByRole<HTMLDialogElement>('dialog').close();

    expect(closed).toHaveBeenCalledOnce();
  });
});

describe('a question', () => {
  const ask = () => {
    const [confirm, cancel] = [vi.fn<() => void>(), vi.fn<() => void>()];
    show(<Confirm text="Ada is signed out everywhere." action="Disable" onConfirm={confirm} onCancel={cancel} />);
    return { confirm, cancel };
  };

  it('begins at the harmless answer', () => {
    ask();

    expect(document.activeElement).toBe(screen.getByRole('button', { name: en.app.cancel }));
  });

  it('does what it says only when that is pressed', () => {
    const { confirm, cancel } = ask();

    fireEvent.click(screen.getByRole('button', { name: 'Disable' }));

    expect(confirm).toHaveBeenCalledOnce();
    expect(cancel).not.toHaveBeenCalled();
  });
});
