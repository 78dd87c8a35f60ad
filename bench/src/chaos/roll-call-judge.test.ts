import { describe, expect, it } from 'vitest';
import { judgeRollCall } from './roll-call-judge.ts';
import { RollCallLedger } from './roll-call-ledger.ts';

/** An evacuation in which everything went well. */
function evidence() {
  const ledger = new RollCallLedger();
  ledger.marks.push('m1');
  ledger.replies.push('ada');
  ledger.arrivals.push('bob');
  const board = { marks: new Set(['m1']), replied: new Set(['ada']), people: new Set(['ada', 'bob']) };
  return { ledger, board, contacts: new Set(['sms +1', 'email a@x']), called: new Set(['sms +1', 'email a@x']) };
}

const broken = (given: ReturnType<typeof evidence>): string[] =>
  judgeRollCall(given)
    .filter(({ isKept }) => !isKept)
    .map(({ promise, seen }) => `${promise}: ${seen}`);

describe('the judge of an evacuation', () => {
  it('finds nothing where everything went well', () => expect(broken(evidence())).toEqual([]));

  it('finds what is not on the board', () => {
    const given = evidence();
    given.board.marks.clear();
    given.board.replied.clear();
    given.board.people.delete('bob');
    expect(broken(given)).toEqual([
      "acknowledged wardens' marks missing on the board: 1 of 1: m1",
      'taken replies by text message missing on the board: 1 of 1: ada',
      'acknowledged sign-ins during it missing on the board: 1 of 1: bob',
    ]);
  });

  it('finds a call that reached nobody', () => {
    const given = evidence();
    given.called.delete('sms +1');
    expect(broken(given)).toEqual(['calls lost: 1 of 2: sms +1']);
  });

  it('is not content with an evacuation in which nothing was said', () => {
    expect(broken({ ...evidence(), ledger: new RollCallLedger() })).toHaveLength(3);
  });
});
