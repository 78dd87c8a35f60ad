import type { Order } from '../../domain/message.ts';
import type { Recipient } from '../../domain/reach.ts';
import type { Ruling } from '../../domain/rules/ruling.ts';
import type { Addressed } from '../address-order.ts';
import { messageIdOf } from '../message-id.ts';
import type { Rules } from './ports.ts';

/** An order with what is to be done with it. */
export type RuledOrder = Readonly<{ order: Order; id: string; ruling: Ruling | Readonly<{ kind: 'unreachable' }> }>;

type Deps = Readonly<{ rules: Rules; idOf: (text: string) => string }>;
type Wanted = Readonly<{ addressed: readonly Addressed[]; recipient: Recipient | undefined }>;

/**
 * The rules on everything that was asked for, at once. Of alternatives, which are contacts of one person in their order,
 * the first that may be used is; the first of all when none may.
 */
export async function ruleOrders(
  { rules, idOf }: Deps,
  wanted: readonly Wanted[],
  at: Date,
): Promise<readonly (readonly RuledOrder[])[]> {
  const named = wanted.map(({ addressed, recipient }) =>
    addressed.map((one) => ({ ...one, id: messageIdOf(one.order, idOf), recipient })),
  );
  const reachable = named.flat().filter(({ isReachable }) => isReachable);
  const answers = reachable.length > 0 ? await rules.of(reachable, at) : [];
  const rulings = new Map(reachable.map((one, index) => [one, answers[index]]));
  return named.map((group) => {
    const ruled = group.map((one) => ({
      order: one.order,
      id: one.id,
      isAlternative: one.isAlternative ?? false,
      ruling: rulings.get(one) ?? ({ kind: 'unreachable' } as const),
    }));
    if (!ruled.some(({ isAlternative }) => isAlternative)) return ruled;
    const chosen = ruled.find(({ ruling }) => ruling.kind !== 'drop') ?? ruled[0];
    return chosen ? [chosen] : [];
  });
}
