import { act, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { show } from '../testing/show.tsx';
import { pass } from '../testing/time.ts';
import { say } from './notice.ts';
import { Notices } from './notices.tsx';

describe('a notice', () => {
  it('is heard in a region that was there before it', () => {
    vi.useFakeTimers();
    show(<Notices />);
    const region = screen.getByRole('status');

    act(() => say('Saved'));

    expect(region.textContent).toBe('Saved');
    pass(10_000);
  });

  it('gives way to a newer one, and then goes by itself', () => {
    vi.useFakeTimers();
    show(<Notices />);

    act(() => say('You are in.'));
    pass(5_000);
    act(() => say('You are out.'));
    pass(5_000);
    expect(screen.getByRole('status').textContent).toBe('You are out.');
    pass(1_000);

    expect(screen.getByRole('status').textContent).toBe('');
  });
});
