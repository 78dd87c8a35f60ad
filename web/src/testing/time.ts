import { act } from '@testing-library/react';
import { vi } from 'vitest';

/** Lets the fake clock run on, with whatever the page does meanwhile. */
export const pass = (ms: number): void =>
  act(() => {
    vi.advanceTimersByTime(ms);
  });
