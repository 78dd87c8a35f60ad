import { describe, expect, it } from 'vitest';
import type { Visit } from '../visit.ts';
import { eventsOf, isDecidedByMovements, matched, withTimesOf } from './late-visits.ts';
import type { Stay } from './timeline.ts';

const at = (time: string) => new Date(`2026-03-02T${time}:00Z`);
const mark = (time: string, ref = '') =>
  ({ at: at(time), auditId: `a-${time}`, via: 'web', ip: '', userAgent: '', ref }) as const;

const visit = (from: string, until?: string): Visit => ({
  id: `v-${from}`,
  version: 1,
  kind: 'person',
  personId: 'ada',
  displayName: 'Ada',
  siteId: 'vw',
  date: '2026-03-02',
  open: until === undefined,
  in: mark(from),
  ...(until && { out: mark(until), closedReason: 'signed_out' as const }),
  until: at('23:59'),
});

const stay = (from: string, until: string): Stay => ({
  opening: { id: from, at: at(from), what: 'in', via: 'kiosk', entrance: '' },
  end: { id: until, at: at(until), what: 'out', via: 'kiosk', entrance: '' },
  until: at('23:59'),
});

describe('stays and stored visits', () => {
  it('belong together where a visit began within the stay', () => {
    const [morning, evening] = [visit('09:00', '17:00'), visit('18:00')];
    const { pairs, surplus } = matched(
      [stay('08:00', '12:00'), stay('13:00', '17:00'), stay('17:30', '19:00')],
      [evening, morning],
    );
    expect(pairs.map((pair) => pair.visit?.id)).toEqual(['v-09:00', undefined, 'v-18:00']);
    expect(surplus()).toEqual([]);
  });

  it('leave over the visits that no stay is left for', () => {
    const { surplus } = matched([stay('09:00', '12:00')], [visit('09:00', '10:00'), visit('11:00', '12:00')]);
    expect(surplus().map(({ id }) => id)).toEqual(['v-11:00']);
  });
});

describe('a stored visit', () => {
  it('keeps its own marks where their times are right', () => {
    const stored = visit('09:00', '17:00');
    const wanted = { ...visit('09:00', '12:00'), id: stored.id };
    expect(withTimesOf(stored, wanted)).toMatchObject({ in: stored.in, out: wanted.out });
    expect(withTimesOf(stored, { ...stored, in: mark('09:00', 'event:x') })).toBeUndefined();
  });

  it('tells its own movements, and not those that devices told', () => {
    const told = { ...visit('09:00', '17:00'), in: mark('09:00', 'event:e1') };
    expect(eventsOf([told]).map(({ what }) => what)).toEqual(['out']);
  });

  it('that somebody closed without a time is left as it is', () => {
    const { out: _out, ...open } = visit('09:00', '17:00');
    expect([
      isDecidedByMovements({ ...open, closedReason: 'admin' }),
      isDecidedByMovements({ ...open, closedReason: 'merged' }),
      isDecidedByMovements({ ...open, closedReason: 'not_signed_out' }),
    ]).toEqual([false, false, true]);
  });
});
