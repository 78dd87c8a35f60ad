import { type Clock, type Handler, retryStale } from '@guildhall/kernel';
import { follow, maskChain } from '../../domain/requests/escalation.ts';
import type { Chains, Topics } from './ports.ts';

type Deps = Readonly<{
  topics: Pick<Topics, 'forget'>;
  chains: Pick<Chains, 'ofPerson' | 'find' | 'save'>;
  clock: Clock;
}>;

/** A person was erased: they subscribe to nothing, and nobody is asked about them any more. */
export const forgetSubscriberHandler =
  ({ topics, chains, clock }: Deps): Handler<string> =>
  async (personId) => {
    await topics.forget(personId);
    for (const id of await chains.ofPerson(personId)) {
      await retryStale(async () => {
        const chain = await chains.find(id);
        if (!chain || chain.masked) return;
        const stopped = follow(chain, { kind: 'cancelled' }, clock.now())?.next;
        await chains.save({ ...maskChain(stopped ?? chain), version: chain.version + 1 });
      });
    }
  };
