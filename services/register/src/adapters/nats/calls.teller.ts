import { timestampFromDate } from '@bufbuild/protobuf/wkt';
import { RollCallCallsChangedSchema } from '@guildhall/contracts/register/v1/evacuation';
import type { Clock } from '@guildhall/kernel';
import { type Envelope, fact, newId } from '@guildhall/messaging';
import type { CallLog, CallNews } from '../../app/evacuation/ports.ts';
import { deliveryToProto } from './evacuation.mapping.ts';

type Deps = Readonly<{
  calls: Pick<CallLog, 'those'>;
  publish: (message: Envelope) => Promise<void>;
  clock: Clock;
  report: (error: unknown) => void;
}>;

export type CallsTeller = Readonly<{ heard(news: readonly CallNews[]): void; close(): Promise<void> }>;

const gatherMs = 500;
const mostAtOnce = 500;

/**
 * Tells the boards what became of the calls: everything that is heard within a moment together, since a thousand people
 * are called at once. A word that is lost is found again when a board asks for all.
 */
export function callsTeller({ calls, publish, clock, report }: Deps): CallsTeller {
  const heard = new Map<string, Set<string>>();
  let timer: NodeJS.Timeout | undefined;
  let last = Promise.resolve();

  const tellOf = async (incidentId: string, messageIds: readonly string[]): Promise<void> => {
    const at = clock.now();
    const found = await calls.those(messageIds);
    const changes = found.map((one) => ({ entryId: one.entryId, delivery: deliveryToProto(one) }));
    const body = { eventId: newId(), incidentId, calls: changes, at: timestampFromDate(at) };
    await publish(fact(RollCallCallsChangedSchema, { id: incidentId, version: 0 }, at, body));
  };
  const tell = async (): Promise<void> => {
    timer = undefined;
    const now = [...heard].flatMap(([id, ids]) => inParts([...ids]).map((part) => [id, part] as const));
    heard.clear();
    for (const [incidentId, messageIds] of now) await tellOf(incidentId, messageIds);
  };
  const soon = (): void => void (last = last.then(tell).catch(report));

  return {
    heard: (news) => {
      for (const { incidentId, messageId } of news) {
        heard.set(incidentId, (heard.get(incidentId) ?? new Set()).add(messageId));
      }
      if (heard.size > 0) timer ??= setTimeout(soon, gatherMs);
    },
    close: async () => {
      clearTimeout(timer);
      soon();
      await last;
    },
  };
}

const inParts = (ids: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(ids.length / mostAtOnce) }, (_, i) => ids.slice(i * mostAtOnce, (i + 1) * mostAtOnce));
