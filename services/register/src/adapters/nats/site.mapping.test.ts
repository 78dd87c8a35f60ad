import { create } from '@bufbuild/protobuf';
import { SiteSchema, SlackMode } from '@guildhall/contracts/register/v1/service';
import { describe, expect, it } from 'vitest';
import { aSite } from '../../app/testing.ts';
import { settingsInMask } from './site.mapping.ts';

const known = aSite({
  digest: { time: '18:00', slackChannel: '#building', emails: ['desk@example.org'] },
  slackPresence: { channel: '#building', mode: 'posts', privacy: 'initials' },
});

describe('a change of a site', () => {
  it('leaves what it does not say of the summary as it was', () => {
    const site = create(SiteSchema, { digest: { time: '17:30' } });
    expect(settingsInMask(site, ['digest.time'], known)).toEqual({
      digest: { time: '17:30', slackChannel: '#building', emails: ['desk@example.org'] },
    });
  });

  it('takes away what it says is empty', () => {
    const site = create(SiteSchema, { digest: {} });
    expect(settingsInMask(site, ['digest.slack_channel', 'digest.emails'], known)).toEqual({
      digest: { time: '18:00', slackChannel: '', emails: [] },
    });
  });

  it('leaves what it does not say of the Slack channel as it was', () => {
    const site = create(SiteSchema, { slackPresence: { mode: SlackMode.IN_PLACE } });
    expect(settingsInMask(site, ['slack_presence.mode'], known)).toEqual({
      slackPresence: { channel: '#building', mode: 'in_place', privacy: 'initials' },
    });
  });

  it('puts the whole in place of the whole where it names the whole', () => {
    const site = create(SiteSchema, { digest: { time: '17:30' } });
    expect(settingsInMask(site, ['digest'], known)).toEqual({
      digest: { time: '17:30', slackChannel: '', emails: [] },
    });
    expect(settingsInMask(create(SiteSchema), ['digest', 'slack_presence'], known)).toEqual({
      digest: undefined,
      slackPresence: undefined,
    });
  });

  it('begins with nothing where nothing was set up', () => {
    const site = create(SiteSchema, { slackPresence: { channel: '#desk' } });
    expect(settingsInMask(site, ['slack_presence.channel'], aSite())).toEqual({
      slackPresence: { channel: '#desk', mode: 'in_place', privacy: 'name' },
    });
  });
});
