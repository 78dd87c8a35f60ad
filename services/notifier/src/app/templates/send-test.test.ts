import { AppError } from '@guildhall/kernel';
import { describe, expect, it } from 'vitest';
import { nine } from '../../domain/testing.ts';
import type { Asked } from '../asked.ts';
import { inMemoryRecipients } from '../testing.ts';
import type { Gallery } from './ports.ts';
import { sendTestHandler, type SendTest } from './send-test.ts';

const gallery: Gallery = {
  list: () => [],
  preview: ({ key, channel }) => {
    if (key !== 'login') throw new AppError('not-found', 'notifier.template_not_found', 'There are no such words.');
    const content = { channel: 'sms', text: '123456' } as const;
    return { content, variables: { code: '123456', by: channel }, bytes: 6 };
  },
};

async function send(asked: Partial<SendTest>, error?: unknown) {
  const recipients = inMemoryRecipients();
  const contacts = [{ id: 'c1', channel: 'sms', value: '+447700900123' }] as const;
  await recipients.put({ personId: 'ada', version: 1, contacts });
  const accepted: Asked[] = [];
  const handle = sendTestHandler({
    gallery,
    recipients,
    accept: async (all) => {
      accepted.push(...all);
      return [error];
    },
    clock: { now: () => nine },
    newId: () => '1',
  });
  const reference = await handle({ key: 'login', channel: 'sms', personId: 'ada', ...asked });
  return { reference, asked: accepted[0] };
}

describe('a test', () => {
  it('goes to whoever asks, by the channel they want, and is marked', async () => {
    const { reference, asked } = await send({ locale: 'fr' });

    expect(reference).toBe('test:1');
    expect(asked).toMatchObject({
      target: { personId: 'ada', reach: { kind: 'preferred', channel: 'sms' } },
      wish: { template: 'login', isTest: true, locale: 'fr', sender: 'ada', variables: { code: '123456' } },
    });
  });

  it('is neither held nor gathered, and not sent late', async () => {
    const { asked } = await send({});

    expect(asked?.wish).toMatchObject({ category: 'auth', expiresAt: new Date('2026-03-02T09:15:00Z') });
  });

  it('goes to the named channel in Slack', async () => {
    const { asked } = await send({ channel: 'slack', slackChannel: '#general' });

    expect(asked?.target).toEqual({ channel: 'slack', to: '#general' });
  });

  it('goes to the inbox of everybody', async () => {
    const { asked } = await send({ channel: 'inbox', personId: 'bob' });

    expect(asked?.target).toMatchObject({ personId: 'bob', reach: { channel: 'inbox' } });
  });

  it.each([
    [{ channel: 'email' }, 'notifier.no_contact'],
    [{ personId: 'bob' }, 'notifier.no_contact'],
    [{ channel: 'slack' }, 'notifier.no_contact'],
    [{ key: 'welcome' }, 'notifier.template_not_found'],
  ] as const)('is refused for %j', async (asked, code) => {
    await expect(send(asked)).rejects.toMatchObject({ code });
  });

  it('says why it was not accepted', async () => {
    const refusal = new AppError('invalid', 'notifier.bad_recipient', 'This is not a recipient for slack.');

    await expect(send({}, refusal)).rejects.toBe(refusal);
  });
});
