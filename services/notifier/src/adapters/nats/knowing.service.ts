import { timestampDate } from '@bufbuild/protobuf/wkt';
import { ExportFormat, type KnowingService, StatisticsBy } from '@guildhall/contracts/notifier/v1/knowing';
import type { Handler } from '@guildhall/kernel';
import type { DeadLetters, Implementation } from '@guildhall/messaging';
import type { GetMessage } from '../../app/get-message.ts';
import type { ExportFormat as Format, ExportMessages, File } from '../../app/knowing/export-messages.ts';
import type { AskedStatistics } from '../../app/knowing/get-statistics.ts';
import type { Dimension, Statistics } from '../../domain/knowing/statistics.ts';
import { timelineOf } from '../../domain/knowing/timeline.ts';
import { detailToProto } from './dead-letter.proto.ts';
import { statisticsToProto, stepToProto } from './knowing.proto.ts';
import { messageFilter } from './message-filter.ts';
import { toProto } from './message.proto.ts';

type Deps = Readonly<{
  getMessage: GetMessage;
  getStatistics: Handler<AskedStatistics, Statistics>;
  exportMessages: Handler<ExportMessages, File>;
  deadLetters: Pick<DeadLetters, 'get'>;
}>;

export const knowingService = (deps: Deps): Implementation<typeof KnowingService> => ({
  getMessageTimeline: async ({ messageId }) => {
    const message = await deps.getMessage(messageId);
    return { message: toProto(message), steps: timelineOf(message).map(stepToProto) };
  },

  getStatistics: async ({ from, to, by }) =>
    statisticsToProto(
      await deps.getStatistics({ from: timestampDate(from!), to: timestampDate(to!), by: dimensions[by] ?? 'channel' }),
    ),

  exportMessages: async ({ format, ...asked }) =>
    deps.exportMessages({ filter: messageFilter(asked), format: formats[format] ?? 'csv' }),

  getDeadLetter: async ({ deadLetterId }) => detailToProto(await deps.deadLetters.get(deadLetterId)),
});

const dimensions: Readonly<Partial<Record<StatisticsBy, Dimension>>> = {
  [StatisticsBy.CATEGORY]: 'category',
  [StatisticsBy.TEMPLATE]: 'template',
  [StatisticsBy.PROVIDER]: 'provider',
};

const formats: Readonly<Partial<Record<ExportFormat, Format>>> = {
  [ExportFormat.XLSX]: 'xlsx',
  [ExportFormat.JSON]: 'json',
};
