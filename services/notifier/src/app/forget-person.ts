import type { Clock, Handler } from '@guildhall/kernel';
import { forget } from '../domain/aftermath.ts';
import type { MessageRepository, Recipients } from './ports.ts';

type Deps = Readonly<{
  messages: Pick<MessageRepository, 'find' | 'idsOf' | 'save'>;
  recipients: Pick<Recipients, 'find' | 'remove'>;
  clock: Clock;
}>;

/**
 * A person was erased: their contacts go, and every message to them keeps neither address nor words. One that changes
 * at this moment is `stale`: the fact is heard again.
 */
export const forgetPersonHandler =
  ({ messages, recipients, clock }: Deps): Handler<string> =>
  async (personId) => {
    const known = await recipients.find(personId);
    const addresses = known?.contacts.map(({ value }) => value) ?? [];
    for (const id of await messages.idsOf(personId, addresses)) {
      const message = await messages.find(id);
      if (message && !message.masked) await messages.save(forget(message, clock.now()));
    }
    await recipients.remove(personId);
  };
