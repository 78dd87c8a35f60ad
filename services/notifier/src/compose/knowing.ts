import { KnowingService } from '@guildhall/contracts/notifier/v1/knowing';
import { deadLetters, serve } from '@guildhall/messaging';
import type { Process } from '@guildhall/runtime';
import { writeWorkbook } from '@guildhall/tables/workbook';
import { setTimeout as sleep } from 'node:timers/promises';
import { listMessagesQuery } from '../adapters/mongo/message.query.ts';
import { countQuery } from '../adapters/mongo/statistics.query.ts';
import { knowingService } from '../adapters/nats/knowing.service.ts';
import { getMessageHandler } from '../app/get-message.ts';
import { countStatistics } from '../app/knowing/count-statistics.ts';
import { exportMessagesHandler } from '../app/knowing/export-messages.ts';
import { getStatisticsHandler } from '../app/knowing/get-statistics.ts';
import type { Settings } from '../config.ts';
import { countAhead } from './count-ahead.ts';
import type { Stored } from './stored.ts';

const pause = (ms: number): Promise<void> => sleep(ms, undefined, { ref: false });

/** Starts to answer what became of messages. */
export async function composeKnowing(given: Process<Settings>, { kept, messages, dayCounts }: Stored) {
  const { bus, life, log, clock } = given;
  const statistics = countStatistics({ count: countQuery(kept.model), dayCounts, realNow: Date.now });
  const service = knowingService({
    getMessage: getMessageHandler({ messages }),
    getStatistics: getStatisticsHandler({ statistics, pause }),
    exportMessages: exportMessagesHandler({
      listMessages: listMessagesQuery({ model: kept.model, clock }),
      writeWorkbook,
      clock,
    }),
    deadLetters: deadLetters(bus),
  });
  const report = (error: unknown, method: { name: string }): void =>
    log.error({ error, method: method.name }, 'method');
  await life.hold('knowing methods', serve(bus, KnowingService, service, { report }), (held) => held.close());
  const behind = (error: unknown): void => log.warn({ error }, 'statistics');
  await life.hold('counting ahead', countAhead({ statistics, clock, report: behind }), (held) => held.close());
}
