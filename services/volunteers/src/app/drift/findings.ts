import type { System } from '../../domain/book.ts';
import type { Difference, DifferenceKind, Totals } from '../../domain/reconciliation.ts';
import { noTotals } from '../../domain/reconciliation.ts';

const mostKept = 10_000;

/** What a comparison found; only so many differences are kept, while all are counted. */
export class Findings {
  readonly differences: Difference[] = [];
  /** Whom something is to be done about. */
  readonly toMend: string[] = [];
  /** Accounts about which there is news. */
  readonly news = new Set<string>();
  people = 0;
  /** People who have not left and would lose something. */
  losers = 0;
  private readonly counted: Record<DifferenceKind, number> = { ...noTotals };
  private readonly known = new Set<string>();

  add(difference: Difference): void {
    this.counted[difference.kind] += 1;
    if (this.differences.length < mostKept) this.differences.push(difference);
  }

  /** The account is a volunteer's. */
  recognise(system: System, account: string): void {
    this.known.add(`${system} ${account}`);
  }

  isKnown(system: System, account: string): boolean {
    return this.known.has(`${system} ${account}`);
  }

  get totals(): Totals {
    return { ...this.counted };
  }
}
