import { describe, expect, it } from 'vitest';
import { Ledger } from '../../chaos/ledger.ts';
import { blows, steps } from './step-strikes.ts';
import { differences, judgeVolunteers } from './volunteers-judge.ts';

const stays = { volunteerId: 'a', email: 'a@example.org', ends: 'area' } as const;
const goes = { volunteerId: 'b', email: 'b@example.org', ends: 'gone' } as const;
const held = (talk: readonly string[], all: readonly string[]) => ({
  channels: { talk: new Set(talk), all: new Set(all) },
  given: { area: ['talk', 'all'], lead: ['all'], crew: ['all'], gone: [] },
});
const invite = { method: 'conversations.invite', at: '2026-03-02T08:00:00Z', channel: 'C1', user: 'U1' };

const evidence = {
  ledger: new Ledger(),
  stories: [stays, goes],
  held: held(['a@example.org'], ['a@example.org']),
  calls: [invite],
  managed: new Set(['C1']),
  mails: new Map([['invitation a@example.org', 1]]),
  kills: 1,
  left: [],
};
const broken = (change: Partial<typeof evidence>) =>
  judgeVolunteers({ ...evidence, ...change })
    .filter(({ isKept }) => !isKept)
    .map(({ promise }) => promise);

describe('the access at the end', () => {
  it('is what was acknowledged last', () => {
    expect(differences([stays, goes], held(['a@example.org'], ['a@example.org']))).toEqual([]);
  });

  it('is told where somebody has too much or too little', () => {
    expect(differences([stays, goes], held([], ['a@example.org', 'b@example.org']))).toEqual([
      'a is not in talk',
      'b is still in all',
    ]);
  });
});

describe('the judge of volunteers', () => {
  it('finds nothing where all is well', () => {
    expect(broken({})).toEqual([]);
  });

  it('allows a few harmless repetitions for each kill, and no more', () => {
    const again = { ...invite, error: 'already_in_channel' };
    expect(broken({ calls: [invite, again, again, again] })).toEqual([]);
    expect(broken({ calls: [invite, again, again, again, again] })).toHaveLength(1);
  });

  it('tells of access given twice, and of channels that are nobody’s business', () => {
    expect(broken({ calls: [invite, { ...invite, at: 'later' }] })).toEqual(['effects that nothing asked for']);
    expect(broken({ managed: new Set<string>() })).toEqual(['channels touched that are not managed']);
  });

  it('counts mails beyond the first', () => {
    expect(broken({ mails: new Map([['invitation a@example.org', 3]]) })).toEqual([
      'invitations mailed twice, at most one per kill',
    ]);
  });

  it('is not content with nothing', () => {
    expect(broken({ stories: [], calls: [] })).toHaveLength(3);
  });
});

describe('the plan', () => {
  it('strikes the service at every step, and with time whatever it stands on', () => {
    expect(blows(15).map(({ step }) => step)).toEqual([...steps]);
    expect(new Set(blows(60).map(({ victim }) => victim))).toEqual(
      new Set(['volunteers', 'nats', 'store gateway', 'postgres']),
    );
  });
});
