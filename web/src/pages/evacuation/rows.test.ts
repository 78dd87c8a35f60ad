import { describe, expect, it } from 'vitest';
import type { Mark } from './marks.ts';
import { rowsOfIncident, rowsOfList, shown } from './rows.ts';
import { entry, incidentOf, listOf } from './samples.testing.ts';

const mark = (more: Partial<Mark>): Mark => ({
  id: 'm1',
  siteId: 'north',
  byId: 'p1',
  at: '2026-03-02T09:05:00Z',
  state: 'safe',
  personId: '',
  ...more,
});

const names = (rows: readonly Readonly<{ name: string }>[]): string[] => rows.map(({ name }) => name);

describe('the people on the board', () => {
  it('are as this phone says while the platform does not know it yet', () => {
    const [row] = rowsOfIncident(incidentOf(entry('e1', 'Ada')), [mark({ entryId: 'e1' })]);

    expect(row).toMatchObject({ state: 'safe', isPending: true });
  });

  it('are as the platform says once it has something newer', () => {
    const known = entry('e1', 'Ada', { state: 'help', stateAt: '2026-03-02T09:06:00Z' });

    expect(rowsOfIncident(incidentOf(known), [mark({ entryId: 'e1' })])[0]).toMatchObject({
      state: 'help',
      isPending: false,
    });
  });

  it('are as this phone says about somebody whose state it saw, however wrong its clock is', () => {
    const known = entry('e1', 'Ada', { state: 'help', stateAt: '2026-03-02T09:06:00Z' });
    const pending = mark({ entryId: 'e1', seenAt: '2026-03-02T09:06:00Z' });

    expect(rowsOfIncident(incidentOf(known), [pending])[0]).toMatchObject({ state: 'safe', isPending: true });
  });

  it('include who was added here and is on no list yet', () => {
    const rows = rowsOfIncident(incidentOf(entry('e1', 'Ada')), [mark({ added: 'Stray Guest' })]);

    expect(rows[1]).toMatchObject({ name: 'Stray Guest', state: 'safe', isPending: true });
  });

  it('are those of the kept list while no incident is known, with what was said of them', () => {
    const rows = rowsOfList(listOf('Ada', 'Bob'), [mark({ personId: 'person-1', state: 'missing' })]);

    expect(rows.map(({ state }) => state)).toEqual(['unanswered', 'missing']);
  });
});

describe('the order of the people', () => {
  const rows = rowsOfIncident(
    incidentOf(
      entry('1', 'Zoë', { state: 'safe' }),
      entry('2', 'Bob'),
      entry('3', 'Cy', { state: 'help' }),
      entry('4', 'Di', { state: 'missing' }),
      entry('5', 'Ada', { state: 'signed_out' }),
    ),
    [],
  );

  it('is: help, missing, no answer, signed out, found', () => {
    expect(names(shown(rows, 'all', ''))).toEqual(['Cy', 'Di', 'Bob', 'Ada', 'Zoë']);
  });

  it('begins with who is to be found, and leaves the others to their own list', () => {
    expect(names(shown(rows, 'open', ''))).toEqual(['Cy', 'Di', 'Bob', 'Ada']);
    expect(names(shown(rows, 'done', ''))).toEqual(['Zoë']);
  });

  it('finds a name with or without its accents', () => {
    expect(names(shown(rows, 'all', 'zoe'))).toEqual(['Zoë']);
  });
});
