import { fromBinary } from '@bufbuild/protobuf';
import { timestampDate } from '@bufbuild/protobuf/wkt';
import { Category, Channel, Lane, SendMessageSchema } from '@guildhall/contracts/notifier/v1/commands';
import { sealer } from '@guildhall/messaging';
import { describe, expect, it } from 'vitest';
import type { MailWanted } from '../../domain/accounts/mail.ts';
import { accountMessage } from './account.messages.ts';

const sealing = sealer(Buffer.alloc(32, 3));
const toMessage = accountMessage(sealing, 'https://members.example.org');
const at = new Date('2026-10-27T15:00:00Z');
const wanted: MailWanted = { type: 'mail-wanted', template: 'sign-up-confirm', to: 'ana@example.com', key: 'k', at };
const sent = (change: Partial<MailWanted> = {}) => {
  const { subject, data } = toMessage({ ...wanted, ...change });
  const command = fromBinary(SendMessageSchema, data);
  return { subject, command, opened: sealing.open(command.sealedVariables, command.idempotencyKey), data };
};

describe('a mail about an account', () => {
  it('is asked of the notifier once per key, and is void when its link is', () => {
    const expiresAt = new Date('2026-10-28T15:00:00Z');
    const { subject, command } = sent({ expiresAt });
    expect(subject).toMatch(/^cmd\.notifier\.v1\.transactional\.send\./);
    expect(command).toMatchObject({
      idempotencyKey: 'k',
      lane: Lane.TRANSACTIONAL,
      category: Category.AUTH,
      channel: Channel.EMAIL,
      to: 'ana@example.com',
      template: 'sign-up-confirm',
    });
    expect(timestampDate(command.expiresAt!)).toEqual(expiresAt);
  });

  it('carries its link sealed, readable nowhere on the way', () => {
    const { opened, data } = sent({ token: 'a-token-of-256-bits' });
    expect(opened).toEqual({ link: 'https://members.example.org/confirm/a-token-of-256-bits' });
    expect(Buffer.from(data).includes('a-token-of-256-bits')).toBe(false);
  });

  it.each([
    ['password-reset', 't', 'https://members.example.org/reset-password/t'],
    ['password-changed', undefined, 'https://members.example.org/reset-password'],
    ['sign-up-exists', undefined, 'https://members.example.org/reset-password'],
    ['service-confirm', 't', 'https://members.example.org/confirm/t'],
    ['service-linked', undefined, 'https://members.example.org/profile'],
  ] as const)('%s leads to a page of its own', (template, token, link) => {
    expect(sent({ template, ...(token && { token }) }).opened).toEqual({ link });
  });

  it('names the service it is about', () => {
    expect(sent({ template: 'service-linked', service: 'Zoom' }).command.variables).toEqual({ service: 'Zoom' });
  });
});
