import type { Board } from './board.ts';
import { type Finding, none } from './judge.ts';
import type { RollCallLedger } from './roll-call-ledger.ts';

type Evidence = Readonly<{
  ledger: RollCallLedger;
  board: Board;
  /** Every contact of everybody who was inside, written `<channel> <to>`, and those that a call reached. */
  contacts: ReadonlySet<string>;
  called: ReadonlySet<string>;
}>;

/** Holds what was promised during an evacuation against its board and what reached people. */
export function judgeRollCall({ ledger, board, contacts, called }: Evidence): Finding[] {
  const { marks, replies, arrivals } = ledger;
  const lacking = (wanted: readonly string[], there: ReadonlySet<string>): string[] =>
    wanted.filter((one) => !there.has(one));
  return [
    none("acknowledged wardens' marks missing on the board", lacking(marks, board.marks), marks.length),
    none('taken replies by text message missing on the board', lacking(replies, board.replied), replies.length),
    none('acknowledged sign-ins during it missing on the board', lacking(arrivals, board.people), arrivals.length),
    none('calls lost', lacking([...contacts], called), contacts.size),
  ];
}
