import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { show } from '../testing/show.tsx';
import { pass } from '../testing/time.ts';
import { Action } from './action.tsx';

describe('a button whose work takes a while', () => {
  it('works when it is pressed', () => {
    const press = vi.fn<() => void>();
    show(
      <Action busy={false} onClick={press}>
        Go
      </Action>,
    );

    fireEvent.click(screen.getByRole('button'));

    expect(press).toHaveBeenCalledOnce();
  });

  it('refuses a second press while it works, and keeps the focus', () => {
    const press = vi.fn<() => void>();
    show(
      <Action busy onClick={press}>
        Go
      </Action>,
    );
    const button = screen.getByRole('button');
    button.focus();

    fireEvent.click(button);

    expect(press).not.toHaveBeenCalled();
    expect(button.getAttribute('aria-disabled')).toBe('true');
    expect(document.activeElement).toBe(button);
  });

  it('does not send a form a second time', () => {
    const submit = vi.fn<(event: Event) => void>();
    show(
      <form onSubmit={(event) => submit(event.nativeEvent)}>
        <Action type="submit" busy>
          Go
        </Action>
      </form>,
    );

    fireEvent.click(screen.getByRole('button'));

    expect(submit).not.toHaveBeenCalled();
  });

  it('spins only when the answer is slow', () => {
    vi.useFakeTimers();
    const { container } = show(<Action busy>Go</Action>);
    const isSpinning = (): boolean => container.querySelector('.mantine-Loader-root') !== null;

    pass(299);
    expect(isSpinning()).toBe(false);
    pass(1);

    expect(isSpinning()).toBe(true);
  });
});
