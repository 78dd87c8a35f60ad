import { describe, expect, it } from 'vitest';
import { anOrder } from '../../domain/testing.ts';
import type { Channel } from '../../domain/message.ts';
import { templatesOf } from './testing.ts';

const { render } = templatesOf();

const answerUrl = 'https://members.example.org/h/token';
const about = { visitorName: 'Ada <b>Lovelace', company: 'Engines', siteName: 'North' };
const invitation = {
  ...about,
  hostName: 'Grace',
  date: '2026-03-02',
  time: '',
  invitationUrl: 'https://members.example.org/i/t',
};

const text = (template: string, channel: Channel, variables: Record<string, string>): string =>
  JSON.stringify(render(anOrder({ template, channel, variables })));

describe('what is said about visitors', () => {
  it.each(['email', 'sms', 'push'] as const)('tells the host by %s who is there, and where to answer', (channel) => {
    for (const template of ['host-arrival', 'visitor-waiting']) {
      const said = text(template, channel, { ...about, answerUrl });
      expect(said).toContain('Engines');
      expect(said).toContain(answerUrl);
    }
  });

  it.each(['email', 'sms', 'push'] as const)('alerts by %s with what the list says', (channel) => {
    expect(text('watch-alert', channel, { ...about, note: 'Call security.' })).toContain('Call security.');
  });

  it('says nothing of what is not known', () => {
    expect(text('host-arrival', 'sms', { ...about, company: '', answerUrl })).not.toContain('()');
    expect(text('invitation', 'email', { ...invitation, hostName: '' })).not.toContain(', by');
  });

  it('invites with the day and the way to the code, and lets no name become a tag', () => {
    const { html = '' } = render(anOrder({ template: 'invitation', channel: 'email', variables: invitation })) as {
      html?: string;
    };
    expect(html).toMatch(/Monday,? 2 March 2026/);
    expect(html).toContain('https://members.example.org/i/t');
    expect(html).not.toContain('<b>Lovelace');
  });
});
