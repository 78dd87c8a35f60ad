import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { Problem } from '../api/problem.ts';
import { show } from '../testing/show.tsx';
import { en } from '../words/en.ts';
import { ProblemAlert } from './problem.tsx';

const said = (): string => screen.getByRole('alert').textContent;

describe('what went wrong', () => {
  it('is said in the sentence of the platform', () => {
    show(<ProblemAlert error={new Problem(409, { detail: 'This contact belongs to somebody else.' })} />);

    expect(said()).toContain('This contact belongs to somebody else.');
  });

  it('is said in ours when the platform cannot be reached', () => {
    show(<ProblemAlert error={new Problem(0, {})} />);

    expect(said()).toContain(en.app.unreachable);
  });

  it('never shows what only a programmer understands', () => {
    show(<ProblemAlert error={new TypeError('x is undefined')} />);

    expect(said()).toContain(en.app.crash);
    expect(said()).not.toContain('undefined');
  });

  it('says when to come back after too many tries', () => {
    show(<ProblemAlert error={new Problem(429, { detail: 'Wait a little.' }, 60)} />);

    expect(said()).toMatch(/You can try again at \d\d:\d\d:\d\d/);
  });

  it('names the right that is missing as something to ask for, and offers no retry', () => {
    show(<ProblemAlert error={new Problem(403, { detail: 'Needs x.' })} onRetry={() => undefined} />);

    expect(said()).toContain(en.app.notAllowedHint);
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('says a refusal that has a reason of its own', () => {
    const body = { code: 'register.induction_missing', detail: 'Nobody has recorded an induction.' };
    show(<ProblemAlert error={new Problem(403, body)} />);

    expect(said()).toContain('Nobody has recorded an induction.');
  });

  it('says whom to ask about what is not the reader’s fault, where the organisation says so', () => {
    localStorage.setItem('guildhall.support', 'help@example.org');
    show(<ProblemAlert error={new Problem(503, {})} />);
    expect(said()).toContain(en.app.askSupport('help@example.org'));
    localStorage.clear();
  });

  it('gives the reference of a fault of ours, and of nothing else', () => {
    show(<ProblemAlert error={new Problem(500, { traceId: 'abc123' })} />);
    expect(said()).toContain('abc123');
  });

  it('lists what was wrong with fields that have no input', () => {
    const errors = [{ pointer: '#/handle', detail: 'is taken' }];
    show(<ProblemAlert error={new Problem(422, { detail: 'No.', errors })} />);

    expect(screen.getByRole('listitem').textContent).toBe('handle: is taken');
  });

  it('can be tried again', () => {
    const retry = vi.fn<() => void>();
    show(<ProblemAlert error={new Problem(503, {})} onRetry={retry} />);

    fireEvent.click(screen.getByRole('button', { name: en.app.tryAgain }));

    expect(retry).toHaveBeenCalledOnce();
  });
});
