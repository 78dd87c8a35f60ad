import { commandStream, type LaneName, type StreamName } from '@guildhall/contracts';
import { SendMessageSchema } from '@guildhall/contracts/notifier/v1/commands';
import { onGroup, type Subscription } from '@guildhall/messaging';
import type { AcceptMessages } from '../../app/accept-messages.ts';
import type { Asked } from '../../app/asked.ts';
import type { StartAudience } from '../../app/requests/start-audience.ts';
import { toAsked } from './asked.ts';
import { isForMany, toAudience } from './audience.command.ts';

export const LANES: readonly LaneName[] = ['emergency', 'transactional', 'bulk'];

/** What may wait a moment is stored together: each write of the store has its price, however little it holds. */
const gatherMs = 20;

type Consumer = Readonly<{
  stream: StreamName;
  durable: string;
  filter: readonly string[];
  subscriptions: readonly Subscription[];
}>;

/** Each lane has a consumer of its own, so that a flood in one does not delay another. */
export const sendConsumer = (
  lane: LaneName,
  accept: AcceptMessages,
  startAudience: (asked: StartAudience) => Promise<void>,
): Consumer => {
  const subject = `cmd.notifier.v1.${lane}.send`;
  const handle = onGroup(
    SendMessageSchema,
    async (items) => {
      const errors: unknown[] = items.map(() => undefined);
      const asked: Asked[] = [];
      const places: number[] = [];
      const begun: Promise<void>[] = [];
      items.forEach(({ event, delivery }, index) => {
        try {
          if (isForMany(event)) {
            const note = (error: unknown): void => void (errors[index] = error);
            return void begun.push(startAudience(toAudience(event, delivery)).catch(note));
          }
          asked.push(toAsked(event, delivery));
          places.push(index);
        } catch (error) {
          errors[index] = error;
        }
      });
      const [results] = await Promise.all([accept(asked), ...begun]);
      places.forEach((index, place) => {
        errors[index] = results[place];
      });
      return errors;
    },
    { subject, gatherMs: lane === 'emergency' ? 0 : gatherMs },
  );
  return {
    stream: commandStream('notifier'),
    durable: `notifier-send-${lane}`,
    filter: [`${subject}.*`],
    subscriptions: [handle],
  };
};
