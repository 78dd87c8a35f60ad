import type { RollCallCounts } from '@guildhall/client';
import { StateTag } from './state-tag.tsx';
import { useEvacuationWords } from './words.ts';

/** How many are found, as a bar and in words; each state with its number. */
export function Counts({ counts }: Readonly<{ counts: RollCallCounts }>) {
  const words = useEvacuationWords();
  const { total, accounted, help, missing, unanswered, signedOut, safe, notOnSite } = counts;
  const states = [
    ['help', help],
    ['missing', missing],
    ['unanswered', unanswered],
    ['signed_out', signedOut],
    ['safe', safe],
    ['not_on_site', notOnSite],
  ] as const;
  return (
    <section className="counts" data-all={accounted === total || undefined}>
      <div role="status" className="counts-word figures">
        {words.accounted(accounted, total)}
      </div>
      <progress
        className="counts-bar"
        value={accounted}
        max={Math.max(total, 1)}
        aria-label={words.accounted(accounted, total)}
      />
      <ul className="counts-states">
        {states
          .filter(([, count]) => count > 0)
          .map(([state, count]) => (
            <li key={state}>
              <StateTag state={state} /> <strong className="figures">{count}</strong>
            </li>
          ))}
      </ul>
    </section>
  );
}
