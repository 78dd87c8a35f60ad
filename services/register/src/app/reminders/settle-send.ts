import { type Handler, retryStale } from '@guildhall/kernel';
import { settleSend } from '../../domain/reminder.ts';
import type { ReminderSends } from './ports.ts';

/** What the notifier says became of a message. `reason` is empty when it was sent. */
export type SettleSend = Readonly<{ reference: string; state: 'sent' | 'failed'; reason: string }>;

const ours = 'reminder:';

/** Records what became of a reminder; messages of others are passed over. A message that failed stays failed. */
export const settleSendHandler =
  (sends: ReminderSends): Handler<SettleSend> =>
  async ({ reference, state, reason }) => {
    if (!reference.startsWith(ours)) return;
    await retryStale(async () => {
      const send = await sends.find(reference.slice(ours.length));
      if (!send || send.state === state || send.state === 'failed') return;
      await sends.save(settleSend(send, state, reason), []);
    });
  };
