import { describe, expect, it } from 'vitest';
import { AppError, isErrorKind, isTransient, statusOf } from './errors.ts';

describe('AppError', () => {
  it('keeps what a caller may see apart from the cause', () => {
    const cause = new Error('E11000 ada@example.org');
    const error = new AppError('conflict', 'register.wrong_date', 'Another day.', {
      cause,
      details: { today: '2026-03-02' },
    });

    expect(error).toMatchObject({ kind: 'conflict', code: 'register.wrong_date', details: { today: '2026-03-02' } });
    expect(error.message).not.toContain('ada@example.org');
    expect(error.cause).toBe(cause);
  });

  it('has no cause of its own accord', () => {
    expect('cause' in new AppError('gone', 'identity.challenge_expired', 'Too late.')).toBe(false);
  });
});

describe('kinds of refusal', () => {
  it('are client errors, except for what is unavailable', () => {
    const statuses = Object.entries(statusOf).map(([kind, status]) => [kind, Math.floor(status / 100)]);

    expect(statuses.filter(([, family]) => family !== 4)).toEqual([['unavailable', 5]]);
  });

  it('are worth repeating only when waiting may help', () => {
    const worthRepeating = Object.keys(statusOf).filter((kind) => isErrorKind(kind) && isTransient(kind));

    expect(worthRepeating.toSorted()).toEqual(['locked', 'rate-limited', 'stale', 'unavailable']);
  });

  it.each(['toString', '', 'internal', undefined, 42])('do not include %s', (value) => {
    expect(isErrorKind(value)).toBe(false);
  });
});
