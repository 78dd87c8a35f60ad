import type { MessageInitShape } from '@bufbuild/protobuf';
import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import type { RetentionRunSchema, RetentionService } from '@guildhall/contracts/register/v1/records';
import type { Handler } from '@guildhall/kernel';
import type { Implementation } from '@guildhall/messaging';
import type { ExportPerson, PersonRecords } from '../../app/retention/export-person.ts';
import type { ListRetentionRuns, RetentionRunPage } from '../../app/retention/list-runs.ts';
import type { RetentionReport, RunRetention } from '../../app/retention/run-retention.ts';
import type { RetentionRun } from '../../domain/retention/retention-run.ts';
import { moverOf } from './mover.ts';

export type RetentionHandlers = Readonly<{
  runRetention: Handler<RunRetention, readonly RetentionReport[]>;
  listRuns: Handler<ListRetentionRuns, RetentionRunPage>;
  exportPerson: Handler<ExportPerson, PersonRecords>;
}>;

/** The contract's methods in terms of the use cases. */
export const retentionService = (handlers: RetentionHandlers): Implementation<typeof RetentionService> => ({
  runRetention: async ({ siteId, dryRun, days }, call) => {
    const wanted = { siteId, dryRun, by: moverOf(call), ...(days !== undefined && { days }) };
    return { runs: (await handlers.runRetention(wanted)).map(reportToMessage) };
  },
  listRetentionRuns: async (query) => {
    const { runs, ...page } = await handlers.listRuns(query);
    return { ...page, runs: runs.map(runToMessage) };
  },
  exportPersonRecords: async ({ personId }, call) =>
    fileOf(await handlers.exportPerson({ personId, by: moverOf(call), asker: call.principal })),
  exportMyRecords: async (_, call) => {
    const { principal: asker } = call;
    return fileOf(await handlers.exportPerson({ personId: asker.personId, by: moverOf(call), asker }));
  },
});

type ProtoRun = MessageInitShape<typeof RetentionRunSchema>;

const reportToMessage = ({ run, dryRun, daysAffected }: RetentionReport): ProtoRun => {
  const { id, ...message } = runToMessage(run);
  return { ...message, ...(!dryRun && { id: id ?? '' }), dryRun, daysAffected: [...daysAffected] };
};

const runToMessage = ({ id, siteId, date, days = 0, cutoff = '', counts, actorId, ...run }: RetentionRun) => ({
  id,
  siteId,
  date,
  days,
  cutoff,
  ...counts,
  startedAt: timestampFromDate(run.startedAt ?? run.plannedAt),
  ...(run.completedAt && { completedAt: timestampFromDate(run.completedAt) }),
  ...(actorId && { actorId }),
});

const fileOf = (records: PersonRecords) => ({
  contentType: 'application/json; charset=utf-8',
  data: Buffer.from(JSON.stringify(records, undefined, 2)),
});
