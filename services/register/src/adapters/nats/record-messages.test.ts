import { fromBinary } from '@bufbuild/protobuf';
import { Channel, SendMessageSchema } from '@guildhall/contracts/notifier/v1/commands';
import { RetentionCompletedSchema } from '@guildhall/contracts/register/v1/records';
import { describe, expect, it } from 'vitest';
import type { ExportMail } from '../../app/reports/ports.ts';
import { plannedRun } from '../../domain/retention/retention-run.ts';
import { exportMailMessage } from './export-mail.message.ts';
import { retentionMessage } from './retention.message.ts';
import { failureAlertMessage } from './webhook.messages.ts';

const at = new Date('2026-03-03T07:00:00Z');
const mail: ExportMail = {
  id: 'e1_2026-03-03_0',
  to: { email: 'facilities@example.org' },
  at,
  variables: { exportName: 'Yesterday', siteName: 'VW', from: '2026-03-02', to: '2026-03-02', rows: 3 },
  file: { name: 'vw.csv', contentType: 'text/csv', data: Buffer.from('a,b') },
};
const sent = ({ data }: ReturnType<typeof exportMailMessage>) => fromBinary(SendMessageSchema, data);

describe('the mail of an export', () => {
  it('goes to an address with the file, once for each occasion', () => {
    expect(sent(exportMailMessage(mail))).toMatchObject({
      idempotencyKey: 'export:e1_2026-03-03_0',
      channel: Channel.EMAIL,
      to: 'facilities@example.org',
      template: 'report-export',
      attachments: [{ name: 'vw.csv', contentType: 'text/csv' }],
    });
  });

  it('goes to a person by whatever address they have', () => {
    expect(sent(exportMailMessage({ ...mail, to: { personId: 'ada' } }))).toMatchObject({ personId: 'ada', to: '' });
  });

  it('says so when the file was too large', () => {
    const { file: _none, ...bare } = mail;
    expect(sent(exportMailMessage(bare))).toMatchObject({ attachments: [], variables: { tooLarge: 'yes' } });
  });
});

describe('the alert about a webhook', () => {
  it('names the host and neither path nor query, which may hold secrets', () => {
    const subscription = {
      id: 's1',
      version: 3,
      settings: { url: 'https://bms.example.org/k/123?t=4', events: [], siteId: '', description: 'BMS', active: false },
      createdAt: at,
      createdBy: 'mona',
      generation: 1,
      disabledForFailing: true,
    };
    const message = sent(failureAlertMessage({ type: 'webhook-disabled', subscription, at }));
    expect(message).toMatchObject({ personId: 'mona', template: 'webhook-disabled' });
    expect(message.variables).toEqual({ host: 'bms.example.org', description: 'BMS' });
  });
});

describe('the fact of a retention', () => {
  it('says how much went, and of whom nothing', () => {
    const planned = plannedRun({ id: 'vw_2026-03-03', siteId: 'vw', date: '2026-03-03', plannedAt: at, actorId: '' });
    const run = { ...planned, cutoff: '2026-02-01', counts: { ...planned.counts, visits: 3 } };
    const { subject, data } = retentionMessage({ type: 'retention-completed', run, at });
    expect(subject).toBe('evt.register.v1.retention-completed.vw_2026-03-03');
    expect(fromBinary(RetentionCompletedSchema, data)).toMatchObject({ siteId: 'vw', cutoff: '2026-02-01', visits: 3 });
  });
});
