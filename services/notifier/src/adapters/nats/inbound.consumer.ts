import { timestampDate } from '@bufbuild/protobuf/wkt';
import { commandStream } from '@guildhall/contracts';
import { ReceiveTextSchema, ReportDeliverySchema } from '@guildhall/contracts/notifier/v1/commands';
import type { Handler } from '@guildhall/kernel';
import { type Bus, consume, type Delivery, on } from '@guildhall/messaging';
import type { ReceivedText } from '../../app/receive-text.ts';
import type { DeliveryReport } from '../../app/report-delivery.ts';

type Deps = Readonly<{
  receiveText: Handler<ReceivedText>;
  reportDelivery: Handler<DeliveryReport>;
  report: (error: unknown, delivery: Delivery) => void;
}>;

/** What providers told the gateway. */
export const inboundConsumer = (bus: Bus, { receiveText, reportDelivery, report }: Deps) =>
  consume(bus, {
    stream: commandStream('notifier'),
    durable: 'notifier-inbound',
    subscriptions: [
      on(
        ReceiveTextSchema,
        ({ providerMessageId: id, from, text, at }, delivery) =>
          receiveText({ id, from, text, at: at ? timestampDate(at) : delivery.at }),
        { subject: 'cmd.notifier.v1.inbound.receive-text' },
      ),
      on(
        ReportDeliverySchema,
        ({ messageId, delivered, code, at }, delivery) =>
          reportDelivery({ messageId, delivered, code, at: at ? timestampDate(at) : delivery.at }),
        { subject: 'cmd.notifier.v1.inbound.report-delivery' },
      ),
    ],
    report,
  });
