import { administrator } from '../platform/people.ts';
import { content } from '../platform/http.ts';
import { always, forAll, type Thing } from './thing.ts';

/** A comparison that changes nothing; where one is running already, that one. */
async function trialReconciliation(): Promise<string> {
  const { device } = await administrator();
  content(await device.call('POST', '/api/volunteers/reconcile', { body: { dryRun: true } }), 202, 409);
  type Runs = Readonly<{ reconciliations: readonly Readonly<{ reconciliationId: string }>[] }>;
  const { reconciliations } = content(await device.call<Runs>('GET', '/api/volunteers/reconciliations'));
  return reconciliations[0]?.reconciliationId ?? 'none';
}

/** What the paths of connections, tasks and comparisons name. */
export const accessThings: Readonly<Record<string, Thing>> = {
  reconciliationId: forAll(trialReconciliation),
  system: always('slack'),
  // It is only posted to.
  taskId: always('none'),
};
