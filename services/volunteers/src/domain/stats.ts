import type { OnboardingState, Status } from './volunteer.ts';

/** What of a volunteer is counted. */
export type Dated = Readonly<{
  status: Status;
  state: OnboardingState;
  createdAt: Date;
  invitedAt?: Date;
  joinedAt?: Date;
  completedAt?: Date;
  leftAt?: Date;
}>;

/** First and last moment: `from` counts, `until` does not any more. */
export type Span = Readonly<{ from: Date; until: Date }>;

export type Counts = Readonly<{
  registered: number;
  invited: number;
  joined: number;
  completed: number;
  /** Registered in the span, still here, and never seen in the workspace; for how many days by now. */
  waiting: number;
  waitingMedianDays?: number;
  waitingP90Days?: number;
  /** Registered in the span, and stuck: some access failed, or nothing can go on. */
  failed: number;
  left: number;
  /** Registered in the span and not waiting: what was once called joined. */
  legacyJoined: number;
}>;

export type Measure = Exclude<keyof Counts, 'waitingMedianDays' | 'waitingP90Days'>;

const dayMs = 86_400_000;
const stuck: readonly OnboardingState[] = ['PARTIAL', 'BLOCKED'];

export const isWaiting = ({ status, joinedAt }: Dated): boolean => status !== 'left' && !joinedAt;

/** Which measures count somebody, each with the moment by which it does. */
export function measuresOf(one: Dated, span: Span): readonly (readonly [Measure, Date])[] {
  const { createdAt, invitedAt, joinedAt, completedAt, leftAt, state, status } = one;
  const ofRegistration: readonly (readonly [Measure, Date, boolean])[] = [
    ['registered', createdAt, true],
    ['waiting', createdAt, isWaiting(one)],
    ['legacyJoined', createdAt, !isWaiting(one)],
    ['failed', createdAt, status !== 'left' && stuck.includes(state)],
  ];
  const ofMoments: readonly (readonly [Measure, Date | undefined])[] = [
    ['invited', invitedAt],
    ['joined', joinedAt],
    ['completed', completedAt],
    ['left', leftAt],
  ];
  const all = [
    ...ofRegistration.filter(([, , counts]) => counts).map(([name, at]) => [name, at] as const),
    ...ofMoments,
  ];
  return all.flatMap(([name, at]) => (at && at >= span.from && at < span.until ? [[name, at] as const] : []));
}

/** Counts one after the other. */
export class Tally {
  private readonly counts: Record<Measure, number> = {
    registered: 0,
    invited: 0,
    joined: 0,
    completed: 0,
    waiting: 0,
    failed: 0,
    left: 0,
    legacyJoined: 0,
  };
  private readonly waitedDays: number[] = [];

  add(measure: Measure, { createdAt }: Dated, now: Date): void {
    this.counts[measure] += 1;
    if (measure === 'waiting') this.waitedDays.push((now.getTime() - createdAt.getTime()) / dayMs);
  }

  result(): Counts {
    const sorted = this.waitedDays.toSorted((a, b) => a - b);
    if (sorted.length === 0) return { ...this.counts };
    return { ...this.counts, waitingMedianDays: quantile(sorted, 0.5), waitingP90Days: quantile(sorted, 0.9) };
  }
}

/** The least that this part of all does not exceed, to a tenth; between two in the middle, the mean of both. */
function quantile(sorted: readonly number[], part: number): number {
  const place = sorted.length * part;
  const upper = sorted[Math.min(sorted.length - 1, Math.floor(place))] ?? 0;
  const lower = Number.isInteger(place) ? (sorted[place - 1] ?? upper) : upper;
  return Math.round(((lower + upper) / 2) * 10) / 10;
}
