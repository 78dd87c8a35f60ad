import { describe, expect, it } from 'vitest';
import type { Visit } from '../visit.ts';
import { type Broadcast, partsOf, recipientsOf, written } from './broadcast.ts';

const visit = (personId: string, entrance?: string, kind: Visit['kind'] = 'person'): Visit =>
  ({ personId, kind, in: { ...(entrance && { entrance }) } }) as Visit;

const broadcast: Broadcast = {
  id: 'b1',
  version: 1,
  siteId: 'vw',
  siteName: 'Vauxhall Walk',
  entrance: '',
  text: 'The lift is out of order.',
  sentAt: new Date('2026-03-02T09:00:00Z'),
  sentBy: { personId: 'olga', displayName: 'Olga Officer' },
  count: 401,
  waiting: Array.from({ length: 401 }, (_, n) => ({ personId: `p${n}`, kind: 'person' })),
};

describe('whom a message to the people inside is for', () => {
  it('is each of them once', () => {
    expect(recipientsOf([visit('ada'), visit('ada'), visit('vi', '', 'visitor')])).toEqual([
      { personId: 'ada', kind: 'person' },
      { personId: 'vi', kind: 'visitor' },
    ]);
  });

  it('is only who came in by the entrance that it names', () => {
    const there = recipientsOf([visit('ada', 'Front'), visit('bob', 'Back'), visit('cy')], 'Front');
    expect(there.map(({ personId }) => personId)).toEqual(['ada']);
  });
});

describe('a message to very many', () => {
  it('is written in parts that leave nobody out and have the same names each time', () => {
    const parts = partsOf(broadcast);
    expect(parts.map(({ id, recipients }) => [id, recipients.length])).toEqual([
      ['b1-p0', 200],
      ['b1-p1', 200],
      ['b1-p2', 1],
    ]);
    expect(partsOf(broadcast)).toEqual(parts);
  });

  it('has nobody waiting once it is written', () => {
    expect(written(broadcast)).not.toHaveProperty('waiting');
    expect(written(broadcast).sentBy).toEqual({ personId: 'olga', displayName: '' });
    expect(partsOf(written(broadcast))).toEqual([]);
  });
});
