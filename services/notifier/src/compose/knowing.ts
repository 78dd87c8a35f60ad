import { KnowingService } from '@guildhall/contracts/notifier/v1/knowing';
import { deadLetters, serve } from '@guildhall/messaging';
import type { Process } from '@guildhall/runtime';
import { writeWorkbook } from '@guildhall/tables/workbook';
import { setTimeout as sleep } from 'node:timers/promises';
import { listMessagesQuery } from '../adapters/mongo/message.query.ts';
import { statisticsQuery } from '../adapters/mongo/statistics.query.ts';
import { knowingService } from '../adapters/nats/knowing.service.ts';
import { getMessageHandler } from '../app/get-message.ts';
import { exportMessagesHandler } from '../app/knowing/export-messages.ts';
import { getStatisticsHandler } from '../app/knowing/get-statistics.ts';
import type { Settings } from '../config.ts';
import type { Stored } from './stored.ts';

const pause = (ms: number): Promise<void> => sleep(ms, undefined, { ref: false });

/** Starts to answer what became of messages. */
export async function composeKnowing({ bus, life, log, clock }: Process<Settings>, { kept, messages }: Stored) {
  const service = knowingService({
    getMessage: getMessageHandler({ messages }),
    getStatistics: getStatisticsHandler({ statistics: statisticsQuery(kept.model), pause }),
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
}
