import { expect, it } from 'vitest';
import { off } from './off.ts';

it('refuses for good and at once, so that another way can be offered', async () => {
  const texts = off<{ to: string }>('twilio');

  await expect(texts.send({ to: '+1' }, { idempotencyKey: 'm1' })).rejects.toMatchObject({
    permanent: true,
    attempted: false,
    reason: 'No twilio account is set up.',
  });
  expect(texts.state()).toBe('off');
});
