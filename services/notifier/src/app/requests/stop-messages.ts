import { type Clock, isStale, retryStale } from '@guildhall/kernel';
import { cancel } from '../../domain/cancelling.ts';
import { follow } from '../../domain/requests/escalation.ts';
import { listIdOf, type SendRequest, settleCancelling } from '../../domain/requests/send-request.ts';
import { isSettled } from '../../domain/message.ts';
import type { MessageRepository } from '../ports.ts';
import type { AudienceMessages, Chains, Lists, Requests } from './ports.ts';

type Deps = Readonly<{
  requests: Pick<Requests, 'save'>;
  lists: Pick<Lists, 'drop'>;
  messages: Pick<MessageRepository, 'find' | 'save'> & Pick<AudienceMessages, 'stoppable' | 'waiting'>;
  chains: Pick<Chains, 'find' | 'save' | 'running'>;
  clock: Clock;
}>;

/** Stops all that waits of a request that is being cancelled. */
export type StopMessages = (request: SendRequest) => Promise<void>;

const PAGE = 500;

export function stopMessages(deps: Deps): StopMessages {
  const { requests, lists, messages, chains, clock } = deps;
  return async (request) => {
    const seen = new Set<string>();
    for (;;) {
      const ids = await messages.stoppable(request.id, PAGE);
      const fresh = ids.filter((id) => !seen.has(id));
      await Promise.all(fresh.map((id) => stopMessage(deps, id)));
      fresh.forEach((id) => seen.add(id));
      if (fresh.length === 0 || ids.length < PAGE) break;
    }
    for (;;) {
      const ids = await chains.running(request.id, PAGE);
      await Promise.all(ids.map((id) => stopChain(deps, id)));
      if (ids.length < PAGE) break;
    }
    await lists.drop(listIdOf(request));
    try {
      const isQuiet = (await messages.waiting(request.id, 1)) === 0;
      await requests.save(settleCancelling(request, clock.now(), isQuiet));
    } catch (error) {
      // Somebody else stopped them too.
      if (!isStale(error)) throw error;
    }
  };
}

/** One that is on its way is left to go; it is stopped when it comes back. */
const stopMessage = ({ messages, clock }: Deps, id: string): Promise<void> =>
  retryStale(async () => {
    const message = await messages.find(id);
    if (!message || isSettled(message) || message.status === 'sending') return;
    const decided = cancel(message, clock.now());
    if (decided) await messages.save(decided);
  });

const stopChain = ({ chains, clock }: Deps, id: string): Promise<void> =>
  retryStale(async () => {
    const chain = await chains.find(id);
    const decided = chain && follow(chain, { kind: 'cancelled' }, clock.now());
    if (decided) await chains.save(decided.next);
  });
