import { Category, Channel, Lane } from '@guildhall/contracts/notifier/v1/commands';
import { MessageState } from '@guildhall/contracts/notifier/v1/service';
import { describe, expect, it } from 'vitest';
import { categories, channels, lanes, states } from './names.ts';

const valuesOf = (contract: object): number[] =>
  Object.values(contract).filter((value) => typeof value === 'number' && value > 0);

describe.each([
  ['lanes', lanes, Lane],
  ['channels', channels, Channel],
  ['categories', categories, Category],
  ['states', states, MessageState],
])('the names of %s', (_kind, names, contract) => {
  it('cover the contract, both ways', () => {
    for (const value of valuesOf(contract)) {
      const word = names.fromProto(value);
      expect(word).toBeDefined();
      expect((names.toProto as (word: unknown) => number)(word)).toBe(value);
    }
  });

  it('have no word for what is unspecified or newer than we are', () => {
    expect([names.fromProto(0), names.fromProto(999)]).toEqual([undefined, undefined]);
  });
});
