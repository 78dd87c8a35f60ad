import { describe, expect, it } from 'vitest';
import { reportOf } from '../../domain/evacuation/report.ts';
import { aMark, anEntry, anIncident, secondsIn } from '../../domain/evacuation/testing.ts';
import { reportPrinter } from './report-printer.ts';

const print = reportPrinter();
const now = secondsIn(900);
const ended = anIncident({
  open: false,
  kind: 'drill',
  message: 'Kitchen fire',
  note: 'All clear.',
  endedAt: secondsIn(600),
  endedBy: { personId: 'wanda', displayName: 'Wanda Warden' },
});

const startsAsPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 5)).toString() === '%PDF-';

describe('a printed report', () => {
  it('is a PDF with tags', async () => {
    const entries = [anEntry({ marks: [aMark({ musterPoint: 'Car park', note: 'by the lift' })] })];
    const pdf = await print(reportOf(ended, entries, [], now), now);
    expect(startsAsPdf(pdf)).toBe(true);
    expect(Buffer.from(pdf).toString('latin1')).toContain('/MarkInfo');
  });

  it.each(['#panic()', '#import "x"', '$x$', '*', '"', '\\', '#sys.inputs', 'Łukasz Żółć', '</h1>'])(
    'takes the name %s for a name',
    async (displayName) => {
      expect(startsAsPdf(await print(reportOf(ended, [anEntry({ displayName })], [], now), now))).toBe(true);
    },
  );

  it('is there for an incident that is under way, with nobody on its list', async () => {
    expect(startsAsPdf(await print(reportOf(anIncident(), [], [], now), now))).toBe(true);
  });
});
