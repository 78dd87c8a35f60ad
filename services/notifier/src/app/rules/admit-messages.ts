import { AppError } from '@guildhall/kernel';
import type { Order } from '../../domain/message.ts';
import { type Admission, admit, type Tally, type Throttle } from '../../domain/rules/throttle.ts';
import { inTurn } from './in-turn.ts';
import type { MarkOf, TallyRepository } from './ports.ts';

type Item = Readonly<{ id: string; order: Order }>;
type Wanted = Readonly<{ id: string; throttle: Throttle }>;

/** What is admitted of these, by the id of the message. */
export type Admit = (items: readonly Item[], at: Date) => Promise<ReadonlyMap<string, Admission>>;

type Deps = Readonly<{ tallies: Pick<TallyRepository, 'find' | 'save'>; markOf: MarkOf }>;

const MOST_TRIES = 10;

/** Counts messages by key and recipient. Replicas count the same tallies: the slower one counts again. */
export function admitMessages({ tallies, markOf }: Deps): Admit {
  const countOnce = async (id: string, wanted: readonly Wanted[], at: Date) => {
    const known = await tallies.find(id);
    const before: Tally = known ?? { id, version: 0, slots: [], windowMs: 0 };
    let tally = before;
    const admissions = wanted.map((one) => {
      const result = admit(tally, one.id, one.throttle, at);
      tally = result.tally;
      return [one.id, result.admission] as const;
    });
    if (tally !== before) await tallies.save({ ...tally, version: before.version + 1 });
    return admissions;
  };
  const count = async (id: string, wanted: readonly Wanted[], at: Date) => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await countOnce(id, wanted, at);
      } catch (error) {
        if (!(error instanceof AppError) || error.kind !== 'stale' || tries >= MOST_TRIES) throw error;
      }
    }
  };
  // Those of one process take turns, so that only replicas ever meet.
  const take = inTurn();
  return async (items, at) => {
    const byTally = grouped(items, markOf);
    const counted = await Promise.all([...byTally].map(([id, wanted]) => take(id, () => count(id, wanted, at))));
    return new Map(counted.flat());
  };
}

/** Of one key to one recipient; of a person whatever the address, which does not matter then. */
function grouped(items: readonly Item[], markOf: MarkOf): ReadonlyMap<string, readonly Wanted[]> {
  const byTally = new Map<string, readonly Wanted[]>();
  for (const { id, order } of items) {
    const { throttle, channel, to, personId } = order;
    if (!throttle) continue;
    const name = markOf(channel, JSON.stringify([personId ?? to, throttle.key]));
    byTally.set(name, [...(byTally.get(name) ?? []), { id, throttle }]);
  }
  return byTally;
}
