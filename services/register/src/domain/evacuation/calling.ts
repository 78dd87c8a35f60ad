import type { RollCallState } from './mark.ts';

/** Where the calling of one person stands. Absent `dueAt`: nothing more is tried. */
export type Call = Readonly<{
  /** 0 went to every contact at once; from 1 on, one contact after the other. */
  turn: number;
  /** After this one it is for the wardens. */
  lastTurn: number;
  escalateAfterMs: number;
  dueAt?: Date;
}>;

/** What is asked of the notifier about one person. */
export type CallAsk =
  | Readonly<{ type: 'call'; turn: number }>
  | Readonly<{ type: 'tell-wardens'; about: 'unanswered' | 'help' }>;

type Step = Readonly<{ next: Call; asks: readonly CallAsk[] }>;
type MaybeStep = Readonly<{ next: Call | undefined; asks: readonly CallAsk[] }>;

/** What may happen while somebody is called. */
export type CallInput = Readonly<{ type: 'due'; at: Date } | { type: 'unreachable'; turn: number } | { type: 'over' }>;

/** Preferred contact, text message, e-mail, push: the contacts that a person may have. */
export const turnsOfPeople = 4;

/** Everybody is called on every contact at once. */
export const begun = (at: Date, rule: Pick<Call, 'escalateAfterMs' | 'lastTurn'>): Step => ({
  next: { ...rule, turn: 0, dueAt: new Date(at.getTime() + rule.escalateAfterMs) },
  asks: [{ type: 'call', turn: 0 }],
});

/** Follows one call; undefined when the input changes nothing. */
export function follow(call: Call, input: CallInput): Step | undefined {
  if (!call.dueAt) return undefined;
  switch (input.type) {
    case 'over':
      return { next: rested(call), asks: [] };
    case 'unreachable':
      // News of an earlier turn: another contact has been tried since.
      return input.turn === call.turn ? toWardens(call) : undefined;
    case 'due':
      if (input.at < call.dueAt) return undefined;
      return call.turn >= call.lastTurn ? toWardens(call) : nextTurn(call, input.at);
  }
}

/** A word about the person ends the calling; a call for help goes to the wardens at once. */
export function afterMark(
  call: Call | undefined,
  { state, before }: Readonly<{ state: RollCallState; before: RollCallState }>,
): MaybeStep {
  const asks: CallAsk[] = state === 'help' && before !== 'help' ? [{ type: 'tell-wardens', about: 'help' }] : [];
  const isOver = state !== 'unanswered' && state !== 'signed_out';
  return { next: call && isOver ? rested(call) : call, asks };
}

const rested = ({ dueAt: _over, ...call }: Call): Call => call;

const toWardens = (call: Call): Step => ({
  next: rested(call),
  asks: [{ type: 'tell-wardens', about: 'unanswered' }],
});

function nextTurn(call: Call, at: Date): Step {
  const next = { ...call, turn: call.turn + 1, dueAt: new Date(at.getTime() + call.escalateAfterMs) };
  return { next, asks: [{ type: 'call', turn: next.turn }] };
}
