import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { Category, Channel, Lane } from '@guildhall/contracts/notifier/v1/commands';
import { type Envelope, type Sealer, sendTemplate } from '@guildhall/messaging';
import type { MailTemplate, MailWanted } from '../../domain/accounts/mail.ts';

/** The page that each mail leads to; tokens follow the path. */
const pages: Readonly<Record<MailTemplate, string>> = {
  'sign-up-confirm': '/confirm/',
  'sign-up-exists': '/reset-password',
  'password-reset': '/reset-password/',
  'password-changed': '/reset-password',
  'service-confirm': '/confirm/',
  'service-linked': '/profile',
};

/** Mails leave as commands to the notifier; links are sealed, for they open accounts. */
export const accountMessage =
  (sealing: Sealer, publicUrl: string) =>
  ({ template, to, key, token = '', expiresAt, service = '', at }: MailWanted): Envelope => {
    const link = new URL(pages[template] + token, publicUrl).href;
    const command = {
      idempotencyKey: key,
      lane: Lane.TRANSACTIONAL,
      category: Category.AUTH,
      channel: Channel.EMAIL,
      to,
      reference: key,
      ...(expiresAt && { expiresAt: timestampFromDate(expiresAt) }),
    };
    return template === 'service-confirm' || template === 'service-linked'
      ? sendTemplate(at, { ...command, template, variables: { link, service } }, sealing)
      : sendTemplate(at, { ...command, template, variables: { link } }, sealing);
  };
