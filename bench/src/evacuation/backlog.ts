import { Category, Channel, Lane } from '@guildhall/contracts/notifier/v1/commands';
import { type Bus, publish, sendCommand } from '@guildhall/messaging';
import { inTurns } from '../platform/in-turns.ts';

const atATime = 400;

/** Asks for so many messages that are no emergency: mails, and a third of them text messages. */
export async function addBacklog(bus: Bus, count: number): Promise<void> {
  const numbers = Array.from({ length: count }, (_, index) => index);
  await inTurns(numbers, atATime, async (number) => {
    const isText = number % 3 === 0;
    const command = sendCommand(new Date(), {
      idempotencyKey: `backlog-${number}`,
      lane: number % 2 === 0 ? Lane.TRANSACTIONAL : Lane.BULK,
      category: Category.REMINDER,
      channel: isText ? Channel.SMS : Channel.EMAIL,
      to: isText ? `+447700900${String(number % 1_000).padStart(3, '0')}` : `backlog-${number}@example.org`,
      template: 'login',
      variables: { code: '123456', expiresMinutes: '5' },
      reference: 'backlog',
    });
    await publish(bus, command);
  });
}
