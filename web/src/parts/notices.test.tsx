import { act, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { show } from '../testing/show.tsx';
import { say } from './notice.ts';
import { Notices } from './notices.tsx';

describe('a notice', () => {
  it('is heard in a region that was there before it', () => {
    vi.useFakeTimers();
    show(<Notices />);
    const region = screen.getByRole('status');

    act(() => say('Saved'));

    expect(region.textContent).toBe('Saved');
    act(() => vi.runAllTimers());
  });

  it('gives way to a newer one, and then goes by itself', () => {
    vi.useFakeTimers();
    show(<Notices />);

    act(() => say('You are in.'));
    act(() => vi.advanceTimersByTime(5_000));
    act(() => say('You are out.'));
    act(() => vi.advanceTimersByTime(5_000));
    expect(screen.getByRole('status').textContent).toBe('You are out.');
    act(() => vi.advanceTimersByTime(1_000));

    expect(screen.getByRole('status').textContent).toBe('');
  });
});
