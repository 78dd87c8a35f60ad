import type { Clock } from '@guildhall/kernel';
import type { Mover } from '../../domain/visit.ts';
import type { AuditTrail } from '../ports.ts';
import type { RecordLook } from '../reports/record-look.ts';

type Act = 'create' | 'update' | 'delete' | 'secret' | 'replay';
type Webhook = Readonly<{ id: string; version: number; settings: Readonly<{ siteId: string }> }>;
type Deps = Readonly<{ audits: AuditTrail; recordLook: RecordLook; clock: Clock }>;

/** Notes who changed a webhook, or had something delivered again. */
export const recordWebhookAct =
  ({ audits, recordLook, clock }: Deps) =>
  async (act: Act, { id: subjectId, version, settings }: Webhook, by: Mover): Promise<void> => {
    if (act === 'replay') return recordLook({ action: 'webhook.replay', siteId: '', by, subjectId });
    const { personId: actorId, via, ip, userAgent } = by;
    const action = `webhook.${act}` as const;
    const id = `${action}-${subjectId}-${version}`;
    const { siteId } = settings;
    await audits.record({ id, at: clock.now(), action, actorId, subjectId, siteId, via, ip, userAgent });
  };
