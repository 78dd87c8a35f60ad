import { describe, expect, it } from 'vitest';
import { entryIdOf, forgotten, isAccounted, markEntry, newEntry, returned, signedOut, stateOf } from './entry.ts';
import { aMark, anEntry, anIncident, began, secondsIn } from './testing.ts';

const ada = { personId: 'ada', displayName: 'Ada Lovelace', kind: 'person', visitId: 'v1' } as const;
const frozen = { id: 'i1-ada', origin: 'frozen', at: began, isCalled: true } as const;

describe('an entry', () => {
  it('is one for each person of an incident', () => {
    expect(entryIdOf('i1', 'ada')).toBe('i1-ada');
  });

  it('begins with a call by every contact at once, and no fact of its own when it was frozen', () => {
    const { next, facts } = newEntry(anIncident(), ada, frozen);
    expect(facts).toMatchObject([{ type: 'call', turn: 0 }]);
    expect(next.call).toMatchObject({ turn: 0, dueAt: secondsIn(60) });
  });

  it('is told of when it comes later', () => {
    const { facts } = newEntry(anIncident(), ada, { ...frozen, origin: 'arrived' });
    expect(facts.map(({ type }) => type)).toEqual(['entry-added', 'call']);
  });

  it('calls nobody who is not to be called', () => {
    const { next, facts } = newEntry(anIncident(), ada, { ...frozen, isCalled: false });
    expect([next.call, facts]).toEqual([undefined, []]);
  });

  it('tries all that a visitor told us at once', () => {
    const { next } = newEntry(anIncident(), { ...ada, kind: 'visitor' }, frozen);
    expect(next.call).toMatchObject({ lastTurn: 0 });
  });
});

describe('marking an entry', () => {
  it('ends the calling and says so once', () => {
    const { next } = newEntry(anIncident(), ada, frozen);
    const marked = markEntry(next, [aMark()], secondsIn(10));
    expect(marked?.facts).toMatchObject([{ type: 'entry-marked', mark: { id: 'm1' } }]);
    expect(marked?.next.call).not.toHaveProperty('dueAt');
    expect(stateOf(marked!.next)).toMatchObject({ state: 'safe', at: secondsIn(10) });
  });

  it('changes nothing when the mark is known', () => {
    expect(markEntry(anEntry({ marks: [aMark()] }), [aMark()], secondsIn(20))).toBeUndefined();
  });

  it('brings a cry for help to the wardens, once', () => {
    const help = markEntry(anEntry(), [aMark({ state: 'help', source: 'sms' })], secondsIn(10));
    expect(help?.facts).toMatchObject([{ type: 'entry-marked' }, { type: 'tell-wardens', about: 'help' }]);
    const again = markEntry(help!.next, [aMark({ id: 'm2', state: 'help', source: 'sms' })], secondsIn(20));
    expect(again?.facts.map(({ type }) => type)).toEqual(['entry-marked']);
  });

  it('goes on calling after an answer that nobody understands', () => {
    const { next } = newEntry(anIncident(), ada, frozen);
    const marked = markEntry(next, [aMark({ state: 'unclear', source: 'sms' })], secondsIn(10));
    expect(marked?.next.call).toMatchObject({ dueAt: secondsIn(60) });
  });

  it('is refused beyond 500 marks', () => {
    const marks = Array.from({ length: 500 }, (_, i) => aMark({ id: `m${i}` }));
    expect(() => markEntry(anEntry({ marks }), [aMark({ id: 'one-more' })], began)).toThrow(
      expect.objectContaining({ code: 'register.too_many_marks' }),
    );
  });
});

describe('who signs out meanwhile', () => {
  const left = anEntry({ signedOutAt: secondsIn(5) });

  it('is shown as signed out, and is not accounted for yet', () => {
    const { next, facts } = signedOut(anEntry(), secondsIn(5))!;
    expect(stateOf(next)).toEqual({ state: 'signed_out', at: secondsIn(5) });
    expect(isAccounted(stateOf(next).state)).toBe(false);
    expect(facts).toMatchObject([{ type: 'entry-signed-out' }]);
  });

  it('is accounted for once a warden confirms it', () => {
    const confirmed = markEntry(left, [aMark({ state: 'not_on_site' })], secondsIn(10))!.next;
    expect(isAccounted(stateOf(confirmed).state)).toBe(true);
  });

  it('is no longer missing, but stays in need of help', () => {
    const missing = anEntry({ signedOutAt: secondsIn(20), marks: [aMark({ state: 'missing' })] });
    const help = anEntry({ signedOutAt: secondsIn(20), marks: [aMark({ state: 'help' })] });
    expect([stateOf(missing).state, stateOf(help).state]).toEqual(['signed_out', 'help']);
  });

  it('is noted once', () => {
    expect(signedOut(left, secondsIn(9))).toBeUndefined();
  });

  it('is to be accounted for again after coming back', () => {
    const visit = { id: 'v2', in: { at: secondsIn(30) } };
    const { next, facts } = returned(left, visit)!;
    expect([stateOf(next).state, next.visitId, facts[0]?.type]).toEqual(['unanswered', 'v2', 'entry-added']);
    expect(returned(next, visit)).toBeUndefined();
  });
});

describe('how somebody was at a moment', () => {
  it('leaves out what was heard later', () => {
    const entry = anEntry({ marks: [aMark({ at: secondsIn(10), receivedAt: secondsIn(300) })] });
    expect(stateOf(entry, secondsIn(200)).state).toBe('unanswered');
    expect(stateOf(entry, secondsIn(300)).state).toBe('safe');
  });
});

describe('who is forgotten', () => {
  it('stays on the list as somebody unknown, with what wardens did', () => {
    const marks = [
      aMark({ id: 'm1', byId: 'ada', byName: 'Ada Lovelace', source: 'sms', note: 'I am Ada' }),
      aMark({ id: 'm2', at: secondsIn(20) }),
    ];
    const { next, facts } = forgotten(anEntry({ marks }));
    expect(JSON.stringify({ ...next, id: '' })).not.toMatch(/ada/i);
    expect(next.marks.map(({ byName }) => byName)).toEqual(['', 'Wanda Warden']);
    expect([stateOf(next).state, facts]).toEqual(['safe', []]);
  });
});
