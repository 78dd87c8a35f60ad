import { expect, it } from 'vitest';
import type { AuditTrail } from '../ports.ts';
import type { Look } from '../reports/record-look.ts';
import { aPerson } from '../testing.ts';
import { recordWebhookAct } from './record-act.ts';

const webhook = { id: 'w1', version: 3, settings: { siteId: 'vw' } };
const now = new Date('2026-03-02T09:00:00Z');
const by = aPerson('Mona Manager');

const recording = () => {
  const entries: Parameters<AuditTrail['record']>[0][] = [];
  const looks: Look[] = [];
  const record = recordWebhookAct({
    audits: { record: async (entry) => void entries.push(entry) },
    recordLook: async (look) => void looks.push(look),
    clock: { now: () => now },
  });
  return { entries, looks, record };
};

it('a change of a webhook is on record once for each version', async () => {
  const { entries, looks, record } = recording();
  await record('secret', webhook, by);

  expect(entries).toMatchObject([
    { id: 'webhook.secret-w1-3', action: 'webhook.secret', subjectId: 'w1', siteId: 'vw' },
  ]);
  expect(looks).toEqual([]);
});

it('a replay is on record too', async () => {
  const { entries, looks, record } = recording();
  await record('replay', webhook, by);

  expect(looks).toEqual([{ action: 'webhook.replay', siteId: '', by, subjectId: 'w1' }]);
  expect(entries).toEqual([]);
});
