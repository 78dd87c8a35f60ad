import type { Offered, OutboxLedger, Ticket } from '@guildhall/messaging';
import type { mongo } from 'mongoose';
import { type Outcome, saveGroup } from './save-group.ts';
import { type NumberedSave, saveNumber } from './save-write.ts';
import type { Save, Stored } from './stored.ts';
import { unavailable } from './unavailable.ts';

/** Longer than any store carries on with a write that nobody waits for any more. */
const certainAfterMs = 60_000;

/**
 * Stores groups of saves, and keeps the ledger of those with messages: before the store sees them, and until it is
 * known what became of them. What was stored is offered to the relay.
 */
export function keptSaves<State>(
  source: string,
  collection: mongo.Collection<Stored<State>>,
  ledger: OutboxLedger,
  offer: (entries: readonly Offered[]) => void,
) {
  const begin = ({ messages = [] }: Save<State>): Ticket | undefined =>
    messages.length > 0 ? ledger.begin() : undefined;

  const seek = (ticket: Ticket, { id: owner, messages = [] }: Save<State>): void => {
    const messageIds = messages.map(({ id }) => id);
    ledger.seek(ticket, { owner, messageIds, certainAtMs: performance.now() + certainAfterMs });
  };

  return async (group: readonly Save<State>[]): Promise<readonly Outcome[]> => {
    await covered(ledger, group);
    const tickets = group.map(begin);
    const numbered = group.map((save, index): NumberedSave<State> => {
      return { ...save, number: saveNumber(), keptAt: tickets[index]?.keptAt ?? unkept };
    });
    const outcomes = await saveGroup(collection, numbered);
    const offered: Offered[] = [];
    group.forEach((save, index) => {
      const [ticket, outcome] = [tickets[index], outcomes[index]];
      if (!ticket || !outcome) return;
      const { id: owner, messages = [] } = save;
      if (!outcome.error) offered.push({ source, owner, keptAt: ticket.keptAt, messages, ticket });
      else if (outcome.isCertain) ledger.settle(ticket);
      else seek(ticket, save);
    });
    offer(offered);
    return outcomes;
  };
}

const unkept = new Date(0);

/** Nothing with messages is sent to the store while the relay's mark may be missing there. */
async function covered(ledger: OutboxLedger, group: readonly Save<unknown>[]): Promise<void> {
  const { cover } = ledger;
  if (!cover || cover.isValid() || group.every(({ messages = [] }) => messages.length === 0)) return;
  await cover.renew().catch(unavailable);
}
