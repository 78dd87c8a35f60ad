import { describe, expect, it } from 'vitest';
import type { CallDelivery } from './delivery.ts';
import { reportOf } from './report.ts';
import { reportCsv } from './report-csv.ts';
import { aMark, anEntry, anIncident, secondsIn } from './testing.ts';

const ada = anEntry({ marks: [aMark({ at: secondsIn(30) })] });
const bob = anEntry({ id: 'i1-bob', personId: 'bob', displayName: 'Bob Bauer' });
const ended = anIncident({
  open: false,
  endedAt: secondsIn(600),
  endedBy: { personId: 'wanda', displayName: 'Wanda Warden' },
});
const sent = (messageId: string, seconds: number): CallDelivery => ({
  messageId,
  entryId: ada.id,
  turn: 0,
  channel: 'sms',
  contactId: 'c1',
  sentAt: secondsIn(seconds),
});
const later = secondsIn(7_200);

describe('the report', () => {
  it('names whoever was not accounted for, in order of their names', () => {
    const cy = anEntry({ id: 'i1-cy', displayName: 'Cy Twombly', marks: [aMark({ state: 'help' })] });
    const { unaccounted, counts } = reportOf(ended, [cy, bob, ada], [], later);
    expect(unaccounted.map(({ displayName }) => displayName)).toEqual(['Bob Bauer', 'Cy Twombly']);
    expect(counts).toMatchObject({ total: 3, safe: 1, help: 1, unanswered: 1, accounted: 1 });
  });

  it('says when the first and the last message left', () => {
    const report = reportOf(ended, [ada], [sent('m1', 0.2), sent('m2', 1.9)], later);
    expect(report).toMatchObject({ firstMessageMs: 200, lastMessageMs: 1_900, messagesSent: 2, messagesFailed: 0 });
  });

  it('says how long it took until everybody was accounted for', () => {
    const found = { ...bob, marks: [aMark({ id: 'm2', at: secondsIn(95) })] };
    expect(reportOf(ended, [ada, found], [], later).allAccountedMs).toBe(95_000);
  });

  it('does not say so when somebody never was', () => {
    expect(reportOf(ended, [ada, bob], [], later)).not.toHaveProperty('allAccountedMs');
  });

  it('counts as found at once that nobody was there', () => {
    expect(reportOf(ended, [], [], later).allAccountedMs).toBe(0);
  });

  it('tells what came in after the end apart from what was known then', () => {
    const late = { ...bob, marks: [aMark({ id: 'm2', at: secondsIn(95), receivedAt: secondsIn(900) })] };
    const { unaccounted, timeline } = reportOf(ended, [ada, late], [], later);
    expect(unaccounted.map(({ id }) => id)).toEqual(['i1-bob']);
    expect(timeline.find(({ subject }) => subject === 'Bob Bauer')).toMatchObject({ what: 'marked', late: true });
  });

  it('stands as of now while the incident is open', () => {
    expect(reportOf(anIncident(), [ada], [], secondsIn(40))).toMatchObject({ asOf: secondsIn(40) });
  });

  it('tells what happened in order', () => {
    const out = { ...bob, signedOutAt: secondsIn(20) };
    const cy = anEntry({ id: 'i1-cy', displayName: 'Cy', origin: 'arrived', addedAt: secondsIn(25) });
    const { timeline } = reportOf(ended, [ada, out, cy], [], later);
    expect(timeline.map(({ what, subject, by }) => [what, subject ?? by])).toEqual([
      ['started', 'Wanda Warden'],
      ['signed_out', 'Bob Bauer'],
      ['arrived', 'Cy'],
      ['marked', 'Ada Lovelace'],
      ['ended', 'Wanda Warden'],
    ]);
  });
});

describe('the report as CSV', () => {
  const rows = (csv: string): string[] => csv.trimEnd().split('\r\n');

  it('has one line for everybody', () => {
    const [header, first] = rows(reportCsv(reportOf(ended, [ada], [], later)));
    expect(header).toMatch(/^incident,kind,name,/);
    expect(first).toBe(
      'i1,live,Ada Lovelace,person,frozen,2026-03-02T09:00:00.000Z,,safe,30,2026-03-02T14:00:30.000Z,Wanda Warden,warden,,,1',
    );
  });

  it('is no formula, whatever somebody is called', () => {
    const evil = anEntry({ displayName: '=HYPERLINK("http://x","y")' });
    expect(rows(reportCsv(reportOf(ended, [evil], [], later)))[1]).toContain('"\'=HYPERLINK(""http://x"",""y"")"');
  });
});
