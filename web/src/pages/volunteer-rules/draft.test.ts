import type { ListRulesResponse } from '@guildhall/client';
import { describe, expect, it } from 'vitest';
import { blankDraft, cellOf, sizeOf, turned, withRemoval } from './draft.ts';

const anywhere = { area: '', district: '', branch: '' };
const stored: ListRulesResponse = {
  rules: [
    {
      ruleId: 'r1',
      role: 'volunteer',
      channelId: 'c1',
      channel: 'teams',
      where: anywhere,
      template: '',
      autoCreate: false,
    },
    {
      ruleId: 'r2',
      role: 'volunteer',
      channelId: 'c2',
      channel: 'north',
      where: { ...anywhere, district: 'north' },
      template: '',
      autoCreate: false,
    },
  ],
  exclusions: [],
  version: 3,
};

describe('a cell of the matrix', () => {
  it('is ticked where a rule counts everywhere', () => {
    expect(cellOf(stored, blankDraft, 'volunteer', 'c1')).toEqual({ isGiven: true, isChanged: false });
  });

  it('is not ticked by a rule for some places', () => {
    expect(cellOf(stored, blankDraft, 'volunteer', 'c2')).toEqual({ isGiven: false, isChanged: false });
  });

  it('turned off removes the rule, and turned on again leaves it', () => {
    const off = turned(stored, blankDraft, 'volunteer', 'c1');

    expect(off).toEqual({ add: [], remove: ['r1'] });
    expect(cellOf(stored, off, 'volunteer', 'c1')).toEqual({ isGiven: false, isChanged: true });
    expect(turned(stored, off, 'volunteer', 'c1')).toEqual(blankDraft);
  });

  it('turned on adds a rule, and turned off again does not', () => {
    const on = turned(stored, blankDraft, 'volunteer', 'c2');

    expect(on).toEqual({ add: [{ role: 'volunteer', channel: 'c2' }], remove: [] });
    expect(cellOf(stored, on, 'volunteer', 'c2')).toEqual({ isGiven: true, isChanged: true });
    expect(turned(stored, on, 'volunteer', 'c2')).toEqual(blankDraft);
  });

  it('never takes a rule for some places out of the draft', () => {
    const narrowed = {
      ...blankDraft,
      add: [{ role: 'volunteer', channel: 'c2', where: { area: 'haifa', district: '', branch: '' } }],
    };

    expect(turned(stored, turned(stored, narrowed, 'volunteer', 'c2'), 'volunteer', 'c2')).toEqual(narrowed);
  });
});

it('a draft knows how many changes it holds', () => {
  expect(sizeOf(withRemoval(turned(stored, blankDraft, 'volunteer', 'c2'), 'r2'))).toBe(2);
});
