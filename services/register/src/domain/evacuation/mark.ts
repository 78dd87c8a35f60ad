/** What is said about somebody on the list. `unclear` is an answer that only a human understands. */
export type MarkState = 'safe' | 'help' | 'missing' | 'not_on_site' | 'unclear';

/** How somebody on the list is; `signed_out` waits for a warden's word. */
export type RollCallState = 'unanswered' | 'safe' | 'help' | 'missing' | 'not_on_site' | 'signed_out';

export type MarkSource = 'warden' | 'sms' | 'link' | 'muster' | 'scan';

/** What somebody said about somebody, once. Its id is chosen by who says it. */
export type RollCallMark = Readonly<{
  id: string;
  state: MarkState;
  /** When it was said, by the platform's clock. */
  at: Date;
  byId: string;
  byName: string;
  source: MarkSource;
  note?: string;
  musterPoint?: string;
  /** When it came in: later than `at` where a phone was offline. */
  receivedAt: Date;
}>;

/** The order of marks: nobody's arrival decides it, so that every process that knows the same marks agrees. */
export const inOrder = (a: RollCallMark, b: RollCallMark): number =>
  a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : Number(a.id > b.id));

/**
 * The union of two sets of marks, in order. A mark that is in both counts once; where two claim one id, the smaller
 * content wins, whichever came first. So merging is commutative, associative and idempotent.
 */
export function mergeMarks(some: readonly RollCallMark[], others: readonly RollCallMark[]): readonly RollCallMark[] {
  const byId = new Map<string, RollCallMark>();
  for (const mark of [...some, ...others]) {
    const known = byId.get(mark.id);
    byId.set(mark.id, known ? mergeMark(known, mark) : mark);
  }
  return [...byId.values()].sort(inOrder);
}

function mergeMark(a: RollCallMark, b: RollCallMark): RollCallMark {
  const winner = contentOf(a) <= contentOf(b) ? a : b;
  const receivedAt = a.receivedAt <= b.receivedAt ? a.receivedAt : b.receivedAt;
  return { ...winner, receivedAt };
}

/** What a phone's clock showed when something was said, and as it sent it. */
export type PhoneTimes = Readonly<{ at?: Date; sentAt?: Date }>;

/** When it was said by the platform's clock: corrected by how wrong the phone's is, never before the incident, never in the future. */
export function timeSaid({ at, sentAt }: PhoneTimes, startedAt: Date, receivedAt: Date): Date {
  if (!at) return receivedAt;
  const skewMs = sentAt ? receivedAt.getTime() - sentAt.getTime() : 0;
  return new Date(Math.min(Math.max(at.getTime() + skewMs, startedAt.getTime()), receivedAt.getTime()));
}

const contentOf = ({ at, state, byId, byName, source, note = '', musterPoint = '' }: RollCallMark): string =>
  JSON.stringify([at.toISOString(), state, byId, byName, source, note, musterPoint]);

/** True when both say the same things in the same order. */
export const sameMarks = (a: readonly RollCallMark[], b: readonly RollCallMark[]): boolean =>
  a.length === b.length && a.every((mark, i) => mark.id === b[i]?.id && contentOf(mark) === contentOf(b[i]));

/** Said by a warden who looks at the person, and not by the person. */
const isByWarden = ({ source }: RollCallMark): boolean => source === 'warden' || source === 'scan';

/**
 * The mark that decides: the last in order. But who asked for help stays so until a warden says otherwise, and an
 * unclear answer decides nothing.
 */
export function decidingMark(marks: readonly RollCallMark[]): RollCallMark | undefined {
  let deciding: RollCallMark | undefined;
  for (const mark of marks.toSorted(inOrder)) {
    if (mark.state === 'unclear') continue;
    if (deciding?.state === 'help' && mark.state !== 'help' && !isByWarden(mark)) continue;
    deciding = mark;
  }
  return deciding;
}
