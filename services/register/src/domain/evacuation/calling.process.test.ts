import { describe, expect, it } from 'vitest';
import { afterMark, begun, type Call, type CallInput, follow, turnsOfPeople } from './calling.ts';
import { began, secondsIn } from './testing.ts';

const start = begun(began, { escalateAfterMs: 60_000, lastTurn: turnsOfPeople }).next;
const due = (seconds: number): CallInput => ({ type: 'due', at: secondsIn(seconds) });

/** Plays a script; says what was asked for and what the call is at the end. */
function play(inputs: readonly CallInput[], from: Call = start) {
  const asked: string[] = [];
  let call = from;
  for (const input of inputs) {
    const step = follow(call, input);
    if (!step) continue;
    call = step.next;
    asked.push(...step.asks.map((ask) => (ask.type === 'call' ? `turn ${ask.turn}` : ask.about)));
  }
  return { asked, call };
}

describe('calling somebody who does not answer', () => {
  it('tries one contact after the other, then the wardens, and then rests', () => {
    const { asked, call } = play([60, 120, 180, 240, 300, 360].map(due));
    expect(asked).toEqual(['turn 1', 'turn 2', 'turn 3', 'turn 4', 'unanswered']);
    expect(call.dueAt).toBeUndefined();
  });

  it('does nothing before its time', () => {
    expect(play([due(59)]).asked).toEqual([]);
  });

  it('waits anew from when it was late', () => {
    expect(play([due(90)]).call.dueAt).toEqual(secondsIn(150));
  });

  it('goes to the wardens at once when there is no further contact', () => {
    expect(play([due(60), { type: 'unreachable', turn: 1 }, due(120)]).asked).toEqual(['turn 1', 'unanswered']);
  });

  it('goes to the wardens at once when there is no contact at all', () => {
    expect(play([{ type: 'unreachable', turn: 0 }]).asked).toEqual(['unanswered']);
  });

  it('is not misled by news of an earlier turn', () => {
    expect(play([due(60), { type: 'unreachable', turn: 0 }]).asked).toEqual(['turn 1']);
  });

  it('hears the same news twice without harm', () => {
    expect(play([due(60), due(60), { type: 'unreachable', turn: 1 }, { type: 'unreachable', turn: 1 }]).asked).toEqual([
      'turn 1',
      'unanswered',
    ]);
  });

  it('stops when the incident is over', () => {
    expect(play([{ type: 'over' }, due(60)])).toMatchObject({ asked: [] });
  });

  it('goes straight to the wardens for a visitor', () => {
    expect(play([due(60)], { ...start, lastTurn: 0 }).asked).toEqual(['unanswered']);
  });
});

describe('an answer', () => {
  it('ends the calling', () => {
    const { next, asks } = afterMark(start, { state: 'safe', before: 'unanswered' });
    expect([play([due(60)], next).asked, asks]).toEqual([[], []]);
  });

  it('that is none lets it go on', () => {
    const { next } = afterMark(start, { state: 'unanswered', before: 'unanswered' });
    expect(play([due(60)], next).asked).toEqual(['turn 1']);
  });

  it('may come from somebody who was never called', () => {
    expect(afterMark(undefined, { state: 'help', before: 'unanswered' })).toEqual({
      next: undefined,
      asks: [{ type: 'tell-wardens', about: 'help' }],
    });
  });
});
