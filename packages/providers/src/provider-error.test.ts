import { expect, it } from 'vitest';
import { ProviderError } from './provider-error.ts';

it('counts as a try and as the message’s own fault unless it says otherwise', () => {
  expect(new ProviderError('Refused.', { permanent: true })).toMatchObject({
    reason: 'Refused.',
    message: 'Refused.',
    permanent: true,
    attempted: true,
    outage: false,
    retryAfterSeconds: undefined,
  });
});

it('keeps what really happened as its cause', () => {
  const cause = new Error('550 <ada@example.org> unknown');
  const error = new ProviderError('Refused.', { permanent: true, cause });

  expect(error.cause).toBe(cause);
  expect(error.reason).not.toContain('ada');
});
