import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { Category, Channel, Lane } from '@guildhall/contracts/notifier/v1/commands';
import { type Envelope, sendTemplate } from '@guildhall/messaging';
import type { ExportMail } from '../../app/reports/ports.ts';

const worthForMs = 24 * 3_600_000;

/** Asks the notifier for one mail with the file. */
export const exportMailMessage = ({ id, to, at, variables, file }: ExportMail): Envelope =>
  sendTemplate(at, {
    idempotencyKey: `export:${id}`,
    lane: Lane.BULK,
    category: Category.PRESENCE,
    channel: Channel.EMAIL,
    template: 'report-export',
    variables: { ...variables, tooLarge: !file },
    expiresAt: timestampFromDate(new Date(at.getTime() + worthForMs)),
    reference: `export:${id}`,
    attachments: file ? [{ name: file.name, contentType: file.contentType, content: file.data }] : [],
    ...('personId' in to ? { personId: to.personId } : { to: to.email }),
  });
