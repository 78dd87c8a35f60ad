import { AppError, type Clock, type Handler, retryStale } from '@guildhall/kernel';
import { type Chain, type ChainInput, follow, maskChain } from '../../domain/requests/escalation.ts';
import type { Nudge } from '../ports.ts';
import type { AnswerLinks, Chains } from './ports.ts';

type Deps = Readonly<{
  chains: Pick<Chains, 'find' | 'save'>;
  links: AnswerLinks;
  clock: Clock;
  nudge: Nudge;
}>;

/** What became of the message of a step. */
export type MessageNews = Readonly<{ chainId: string; step: number; kind: 'answered' | 'read' | 'failed' }>;

const apply = (
  deps: Pick<Deps, 'chains' | 'clock' | 'nudge'>,
  id: string,
  inputOf: (chain: Chain) => ChainInput | undefined,
) =>
  retryStale(async () => {
    const chain = await deps.chains.find(id);
    const input = chain && inputOf(chain);
    const decided = chain && input && follow(chain, input, deps.clock.now());
    if (!decided) return chain;
    await deps.chains.save(decided.next, decided.ask);
    deps.nudge();
    return decided.next;
  });

/** A step whose time has come is asked for; a chain that is long over is forgotten. */
export const tickChainHandler =
  (deps: Pick<Deps, 'chains' | 'clock'>): Handler<string> =>
  async (id) => {
    const chain = await deps.chains.find(id);
    const now = deps.clock.now();
    if (!chain?.dueAt || chain.dueAt > now) return;
    if (chain.status !== 'running') return deps.chains.save(maskChain(chain));
    const decided = follow(chain, { kind: 'tick' }, now);
    if (decided) await deps.chains.save(decided.next, decided.ask);
  };

/** Hears what became of the messages of a chain. */
export const hearNewsHandler =
  (deps: Omit<Deps, 'links'>): Handler<MessageNews> =>
  async ({ chainId, step, kind }) => {
    await apply(deps, chainId, (chain) => {
      if (kind === 'answered') return { kind };
      if (kind === 'failed') return { kind, step };
      return chain.steps[step]?.readAnswers ? { kind: 'answered' } : undefined;
    });
  };

/** Somebody opened the link of a message: with `isAnswer` they answered. Throws `gone`. */
export const answerByLinkHandler =
  (deps: Deps): Handler<Readonly<{ token: string; isAnswer: boolean }>, boolean> =>
  async ({ token, isAnswer }) => {
    const id = deps.links.read(token);
    const chain = id && (await apply(deps, id, () => (isAnswer ? { kind: 'answered' } : undefined)));
    if (!chain) throw new AppError('gone', 'notifier.answer_link_unusable', 'This link does not lead anywhere.');
    return chain.status !== 'running';
  };
