import { describe, expect, it } from 'vitest';
import { draftOf, placeOf, toSite } from './draft.ts';

const webhook = { url: 'https://hooks.slack.com/services/T0/B0/x', movements: 'both', privacy: 'name' } as const;

describe('a site while it is typed', () => {
  it('comes back as it was when nothing was changed', () => {
    const site = {
      id: 'north',
      name: 'North Workshop',
      timeZone: 'Europe/London',
      dayRollover: '04:00',
      carryOver: true,
      declaration: { text: 'I have read the rules.', version: 3 },
      slackWebhooks: [webhook],
      entrances: ['Front', 'Yard'],
      today: '2026-03-02',
    };

    expect(toSite(draftOf(site))).toEqual({
      name: 'North Workshop',
      timeZone: 'Europe/London',
      dayRollover: '04:00',
      carryOver: true,
      declaration: { text: 'I have read the rules.' },
      slackWebhooks: [webhook],
      entrances: ['Front', 'Yard'],
    });
  });

  it('begins a new site with the day ending at midnight', () => {
    expect(draftOf(undefined)).toMatchObject({ dayRollover: '00:00', carryOver: false, slackWebhooks: [] });
  });

  it('leaves out empty lines and webhooks without an address', () => {
    const draft = { ...draftOf(undefined), entrances: ' Front \n\n', slackWebhooks: [{ ...webhook, url: ' ' }] };

    expect(toSite(draft)).toMatchObject({ entrances: ['Front'], slackWebhooks: [] });
  });

  it('knows the number of a webhook in what is sent', () => {
    const webhooks = [webhook, { ...webhook, url: '' }, webhook];

    expect([0, 1, 2].map((index) => placeOf(webhooks, index))).toEqual([0, -1, 1]);
  });
});
