import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { outboxLedger, type Ticket } from './outbox-ledger.ts';

const start = new Date('2026-03-02T10:00:00Z');
const after = (milliseconds: number): Date => new Date(start.getTime() + milliseconds);
const sought = { owner: 'a', messageIds: ['m'], certainAtMs: 0 };

beforeEach(() => void vi.useFakeTimers({ now: start }));
afterEach(() => void vi.useRealTimers());

/** Begins saves a second apart. */
const begun = (ledger = outboxLedger(), count = 3) => {
  const tickets = Array.from({ length: count }, () => {
    const ticket = ledger.begin();
    vi.advanceTimersByTime(1_000);
    return ticket;
  });
  return { ledger, tickets: tickets as [Ticket, Ticket, Ticket] };
};

describe('a ledger', () => {
  it('has everything confirmed up to now when nothing waits', () => {
    const { ledger, tickets } = begun();
    tickets.forEach(ledger.settle);
    expect([ledger.confirmedBefore(), ledger.oldest(), ledger.depth()]).toEqual([after(3_000), undefined, 0]);
  });

  it('stands at the oldest save that is not settled, in whatever order the others are', () => {
    const { ledger, tickets } = begun();
    ledger.settle(tickets[2]);
    expect(ledger.confirmedBefore()).toEqual(start);
    ledger.settle(tickets[0]);
    ledger.settle(tickets[0]);
    expect([ledger.confirmedBefore(), ledger.depth()]).toEqual([after(1_000), 1]);
  });

  it('stands at what is sought until it is dropped', () => {
    const { ledger, tickets } = begun();
    ledger.seek(tickets[0], sought);
    tickets.slice(1).forEach(ledger.settle);
    expect([ledger.confirmedBefore(), ledger.depth()]).toEqual([start, 1]);
    ledger.sought.all().forEach(ledger.sought.drop);
    expect(ledger.confirmedBefore()).toEqual(after(3_000));
  });

  it('stands at what was deferred until a reading from there is done', () => {
    const { ledger, tickets } = begun();
    [tickets[1], tickets[0], tickets[2]].forEach(ledger.defer);
    expect([ledger.oldest(), ledger.depth()]).toEqual([start, 3]);
    expect(ledger.beginReading()).toEqual(start);
    expect(ledger.confirmedBefore()).toEqual(start);
    ledger.endReading(true);
    expect([ledger.oldest(), ledger.beginReading()]).toEqual([undefined, undefined]);
  });

  it('reads again from the same moment when a reading broke off', () => {
    const { ledger, tickets } = begun();
    ledger.defer(tickets[0]);
    ledger.beginReading();
    ledger.defer(tickets[1]);
    ledger.endReading(false);
    expect(ledger.beginReading()).toEqual(start);
  });

  it('reads once more for what was deferred while a reading was going on', () => {
    const { ledger, tickets } = begun();
    ledger.defer(tickets[0]);
    ledger.beginReading();
    ledger.defer(tickets[1]);
    ledger.endReading(true);
    expect(ledger.beginReading()).toEqual(after(1_000));
  });

  it('gives no moment that counts as confirmed when the clock is set back', () => {
    const { ledger, tickets } = begun();
    tickets.forEach(ledger.settle);
    const confirmed = ledger.confirmedBefore();
    vi.setSystemTime(after(-60_000));
    expect(ledger.begin().keptAt >= confirmed).toBe(true);
  });

  it('never has a save confirmed that is not settled, whatever happens to the others', () => {
    const step = fc.constantFrom('begin', 'settle', 'defer', 'seek', 'read', 'fail', 'wait');
    fc.assert(
      fc.property(fc.array(fc.tuple(step, fc.nat()), { maxLength: 200 }), (steps) => {
        const ledger = outboxLedger();
        const held = new Set<Ticket>();
        for (const [what, which] of steps) {
          const ticket = [...held][which % Math.max(1, held.size)];
          if (what === 'begin') held.add(ledger.begin());
          else if (what === 'wait') vi.advanceTimersByTime(which % 1_000);
          else if (what === 'read' || what === 'fail') {
            ledger.beginReading();
            ledger.endReading(what === 'read');
          } else if (ticket) {
            held.delete(ticket);
            if (what === 'settle') ledger.settle(ticket);
            else if (what === 'defer') ledger.defer(ticket);
            else ledger.seek(ticket, sought);
          }
          const confirmed = ledger.confirmedBefore();
          for (const { keptAt } of [...held, ...ledger.sought.all()]) expect(keptAt >= confirmed).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('holds no more than what waits', () => {
    const ledger = outboxLedger();
    const tickets = Array.from({ length: 5_000 }, () => ledger.begin());
    tickets.forEach(ledger.settle);
    const last = ledger.begin();
    expect([ledger.depth(), ledger.begun(), ledger.oldest()]).toEqual([1, 5_001, last.keptAt]);
  });
});
