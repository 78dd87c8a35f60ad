import type { RollCallMark } from '@guildhall/client';
import { describe, expect, it } from 'vitest';
import { added, called, countsOf, ended, marked, signedOut, withEntry } from './roll-call.ts';
import { entry, incidentOf } from './samples.testing.ts';

const board = incidentOf(entry('e1', 'Ada'), entry('e2', 'Bob', { state: 'help' }));
const at = '2026-03-02T09:02:00Z';
const mark: RollCallMark = { id: 'm1', state: 'safe', at, byId: 'p9', byName: 'Wanda', source: 'warden', late: false };
const fact = { eventId: 'f1', incidentId: 'in1', siteId: 'north', personId: 'person-e1', at };

describe('the board', () => {
  it('counts each person in one state; safe and not on site are accounted for', () => {
    expect(countsOf(['safe', 'not_on_site', 'help', 'missing', 'unanswered', 'signed_out'])).toEqual({
      total: 6,
      safe: 1,
      notOnSite: 1,
      help: 1,
      missing: 1,
      unanswered: 1,
      signedOut: 1,
      accounted: 2,
    });
  });

  it('shows what was said about somebody, by whom, and where', () => {
    const said = { ...mark, musterPoint: 'Car park' };
    const { entries, counts } = marked(board, { entryId: 'e1', mark: said, state: 'safe' });

    expect(entries[0]).toMatchObject({ state: 'safe', stateBy: 'Wanda', stateAt: at, musterPoint: 'Car park' });
    expect(counts.accounted).toBe(1);
  });

  it('keeps a word once, however often it is heard', () => {
    const once = marked(board, { entryId: 'e1', mark, state: 'safe' });

    expect(marked(once, { entryId: 'e1', mark, state: 'safe' })).toEqual(once);
  });

  it('leaves the state to the platform where a mark comes late', () => {
    const { entries } = marked(board, { entryId: 'e2', mark, state: 'help' });

    expect(entries[1]).toMatchObject({ state: 'help', marks: [mark] });
    expect(entries[1]?.stateBy).toBeUndefined();
  });

  it('puts who comes in on the list by name, once', () => {
    const came = {
      ...fact,
      entryId: 'e3',
      displayName: 'Alf',
      kind: 'visitor',
      origin: 'arrived',
      state: 'unanswered',
    } as const;
    const after = added(added(board, came), came);

    expect(after.entries.map(({ displayName }) => displayName)).toEqual(['Ada', 'Alf', 'Bob']);
    expect(after.counts.total).toBe(3);
  });

  it('asks again about who signed out and came back', () => {
    const gone = signedOut(board, { ...fact, entryId: 'e1', state: 'signed_out' });
    const came = {
      ...fact,
      entryId: 'e1',
      displayName: 'Ada',
      kind: 'person',
      origin: 'arrived',
      state: 'unanswered',
    } as const;

    expect(gone.entries[0]).toMatchObject({ state: 'signed_out', signedOutAt: at });
    expect(added(gone, came).entries[0]).not.toHaveProperty('signedOutAt');
  });

  it('says who ended it', () => {
    expect(ended(board, { ...fact, kind: 'live', by: 'Wanda' })).toMatchObject({
      open: false,
      endedBy: 'Wanda',
      endedAt: at,
    });
  });
});

describe('the calls on the board', () => {
  const asked = { channel: '', contactId: '', turn: 0, state: 'asked', at } as const;
  const sms = { channel: 'sms', contactId: 'c1', turn: 0, state: 'sent', at } as const;
  const mail = { ...sms, channel: 'email', contactId: 'c2' } as const;
  const deliveriesOf = (...calls: Parameters<typeof called>[1]['calls']) =>
    called(incidentOf(entry('e1', 'Ada', { deliveries: [asked] }), entry('e2', 'Bob')), { calls }).entries[0]
      ?.deliveries;

  it('take the place of what was only asked for', () => {
    const calls = [sms, mail].map((delivery) => ({ entryId: 'e1', delivery }));
    expect(deliveriesOf(...calls)).toEqual([sms, mail]);
  });

  it('show the latest word about each message', () => {
    const delivered = { ...sms, state: 'delivered' } as const;
    const calls = [sms, mail, delivered].map((delivery) => ({ entryId: 'e1', delivery }));
    expect(deliveriesOf(...calls)).toEqual([delivered, mail]);
  });

  it('leave the others as they are', () => {
    const before = incidentOf(entry('e1', 'Ada'), entry('e2', 'Bob'));
    const { entries } = called(before, { calls: [{ entryId: 'e1', delivery: sms }] });
    expect(entries[1]).toBe(before.entries[1]);
  });

  it('stay when the platform says anew how somebody is', () => {
    const before = incidentOf(entry('e1', 'Ada', { deliveries: [sms] }));
    const { entries, counts } = withEntry(before, entry('e1', 'Ada', { state: 'safe' }));
    expect([entries[0]?.deliveries, counts.safe]).toEqual([[sms], 1]);
  });
});
