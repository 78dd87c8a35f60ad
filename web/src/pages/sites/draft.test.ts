import { describe, expect, it } from 'vitest';
import { northSite } from '../../testing/samples.ts';
import { draftOf, placeOf, settings, toSite } from './draft.ts';

const webhook = { url: 'https://hooks.slack.com/services/T0/B0/x', movements: 'both', privacy: 'name' } as const;

describe('a site while it is typed', () => {
  it('comes back as it was when nothing was changed', () => {
    const site = {
      ...northSite,
      slackWebhooks: [webhook],
      entranceDetails: [{ id: 'front', name: 'Front', place: { latitude: 51.5, longitude: -0.1 } }],
      holidays: [{ date: '2026-12-25', name: 'Christmas Day' }],
      reminders: [{ template: 'reminder', time: '17:00', days: ['monday'], secondTime: '' }],
      slackPresence: { channel: '#building', mode: 'in_place', privacy: 'initials' },
      digest: { time: '18:00', slackChannel: '', emails: ['a@example.org'] },
    } as const;

    const { id: _id, today: _today, entrances: _entrances, declaration, ...rest } = site;

    expect(toSite(draftOf(site))).toEqual({ ...rest, declaration: { text: declaration?.text } });
  });

  it('names every setting that it sends, so that what is left out goes', () => {
    const sent = toSite({
      ...draftOf(northSite),
      slackPresence: { channel: 'C1', mode: 'posts', privacy: 'name' },
      digestTime: '18:00',
    });

    expect(Object.keys(sent).toSorted()).toEqual([...settings].toSorted());
    expect(toSite(draftOf(northSite))).not.toHaveProperty('digest');
  });

  it('begins a new site with the day ending at midnight, and with reminders', () => {
    expect(draftOf(undefined)).toMatchObject({ dayRollover: '00:00', carryOver: false, slackWebhooks: [] });
    expect(draftOf(undefined).reminders.map(({ time }) => time)).toEqual(['11:00', '17:00']);
  });

  it('leaves out entrances without a name, half a place, and webhooks without an address', () => {
    const doors = [
      { id: '', name: ' Front ', latitude: '51.5', longitude: '' },
      { id: '', name: ' ', latitude: '', longitude: '' },
    ];
    const draft = { ...draftOf(undefined), doors, slackWebhooks: [{ ...webhook, url: ' ' }] };

    expect(toSite(draft)).toMatchObject({ entranceDetails: [{ name: 'Front' }], slackWebhooks: [] });
  });

  it('knows the number of a webhook in what is sent', () => {
    const webhooks = [webhook, { ...webhook, url: '' }, webhook];

    expect([0, 1, 2].map((index) => placeOf(webhooks, index))).toEqual([0, -1, 1]);
  });
});
