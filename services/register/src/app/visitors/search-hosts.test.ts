import { describe, expect, it } from 'vitest';
import { searchHostsHandler } from './search-hosts.ts';

const grace = { id: 'grace-hopper', name: 'Grace Hopper' };
const asked: [string, number][] = [];
const search = searchHostsHandler({
  sites: { get: async (id) => ({ id }) as never },
  hosts: {
    named: async (name, limit) => {
      asked.push([name, limit]);
      return [grace];
    },
  },
});

describe('the people to visit, at the desk', () => {
  it('are found by a part of their name, ten at most', async () => {
    expect(await search({ siteId: 'north', name: 'grace' })).toEqual([grace]);
    expect(asked.at(-1)).toEqual(['grace', 10]);
  });

  it.each(['g ', '  ', '´ '])('are not listed for %j', async (name) => {
    expect(await search({ siteId: 'north', name })).toEqual([]);
  });
});
