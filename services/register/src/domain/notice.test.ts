import { describe, expect, it } from 'vitest';
import { aPerson, aSite } from '../app/testing.ts';
import { initials, presenceNotices } from './notice.ts';
import { siteDay } from './site-day.ts';
import { openVisit, signOut } from './visit.ts';
import type { SlackWebhook } from './webhook.ts';

const nine = new Date('2026-03-02T09:00:00Z');
const five = new Date('2026-03-02T17:00:00Z');
const ada = aPerson('Ada Lovelace');

const hook = (name: string, more: Partial<SlackWebhook> = {}): SlackWebhook => ({
  url: `https://hooks.slack.com/${name}`,
  movements: 'both',
  privacy: 'name',
  ...more,
});

const told = (movement: 'in' | 'out', ...slackWebhooks: SlackWebhook[]) => {
  const site = aSite({ slackWebhooks });
  const visit = openVisit('v1', { site, day: siteDay(site, nine), at: nine, by: ada, entrance: '' });
  return presenceNotices(site, movement === 'out' ? signOut(visit, five, ada, 3).next : visit, movement, 3, () => []);
};

describe('presence notices', () => {
  it('say who moved, where, and how many are in', () => {
    expect(told('in', hook('a'))).toEqual([
      {
        type: 'presence-notice',
        visitId: 'v1',
        to: 'https://hooks.slack.com/a',
        movement: 'in',
        displayName: 'Ada Lovelace',
        count: 3,
        siteName: 'Vauxhall Walk',
        at: nine,
      },
    ]);
  });

  it('carry the time of the movement they tell of', () => {
    expect(told('out', hook('a'))[0]?.at).toEqual(five);
  });

  it('go to the webhooks that want this movement', () => {
    const hooks = [hook('in', { movements: 'in' }), hook('out', { movements: 'out' }), hook('both')];
    const urls = (movement: 'in' | 'out') => told(movement, ...hooks).map(({ to }) => to.split('/').at(-1));
    expect(urls('in')).toEqual(['in', 'both']);
    expect(urls('out')).toEqual(['out', 'both']);
  });

  it('show as much of the name as the webhook may see', () => {
    const hooks = [hook('a'), hook('b', { privacy: 'initials' }), hook('c', { privacy: 'count' })];
    expect(told('in', ...hooks).map(({ displayName }) => displayName)).toEqual(['Ada Lovelace', 'A. L.', '']);
  });

  it('are none for a site without webhooks', () => {
    expect(told('in')).toEqual([]);
  });
});

describe('initials', () => {
  it.each([
    ['Ada Lovelace', 'A. L.'],
    ['  ada   king lovelace ', 'A. K. L.'],
    ['Łukasz Żółć', 'Ł. Ż.'],
    ['李', '李.'],
    ['"Bob" (the) builder', 'B. T. B.'],
    ['😀', ''],
  ])('of %s are "%s"', (name, expected) => expect(initials(name)).toBe(expected));
});
