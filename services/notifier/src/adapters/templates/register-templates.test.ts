import { describe, expect, it } from 'vitest';
import { make } from './testing.ts';

const reminder = {
  firstName: 'Ada',
  siteName: 'Vauxhall Walk',
  siteUrl: 'https://g.test/?site=vw',
  signOutUrl: 'https://g.test/o/token',
  signedInAt: '09:05',
};

describe.each(['reminder', 'reminder_pm'])('the message %s', (template) => {
  it('says by mail where and since when one is signed in, and has the link that signs out', () => {
    const { subject, html, text } = make('email', template, reminder);
    expect(subject).toContain('Vauxhall Walk');
    for (const body of [html, text]) {
      expect(body).toContain('Ada');
      expect(body).toContain('09:05');
      expect(body).toContain('https://g.test/o/token');
    }
  });

  it('fits into a text message or two', () => {
    const { text } = make('sms', template, reminder);
    expect(text).toContain('https://g.test/o/token');
    expect(text.length).toBeLessThan(160);
  });

  it('leads from a push message straight to signing out', () => {
    expect(make('push', template, reminder)).toMatchObject({ link: 'https://g.test/o/token' });
  });
});

describe('the digest', () => {
  const day = { siteName: 'Vauxhall Walk', date: '2026-03-02', came: '1', inside: '0', most: '1', mostAt: '09:05' };

  it('is one line in Slack', () => {
    expect(make('slack', 'digest', day).text).toBe(
      'Vauxhall Walk, 2 March 2026: 1 person came in, at most 1 at once (09:05). 0 are still signed in.',
    );
  });

  it('says nothing of the most at once on an empty day', () => {
    expect(make('email', 'digest', { ...day, came: '0', most: '0', mostAt: '' }).text).not.toContain('at once');
  });
});

describe('the presence message in Slack', () => {
  const board = { siteName: 'Vauxhall Walk', displayName: 'Ada', movement: 'in', count: '2', names: 'Ada, Bob' };

  it('lists who is inside and tells the latest movement', () => {
    expect(make('slack', 'presence-board', board)).toMatchObject({
      text: 'Vauxhall Walk: 2 people in\nAda, Bob',
      blocks: [
        { type: 'header', text: { type: 'plain_text', text: 'Vauxhall Walk: 2 people in' } },
        { type: 'section', text: { text: 'Ada, Bob' } },
        { type: 'context', elements: [{ text: 'Latest: Ada signed in' }] },
      ],
    });
  });

  it('lists nobody where only the number may be told', () => {
    const { text, blocks } = make('slack', 'presence-board', { ...board, names: '', displayName: '' });
    expect(text).toBe('Vauxhall Walk: 2 people in');
    expect(blocks?.map(({ type }) => type)).toEqual(['header', 'context']);
  });
});

describe('what the safety list is told', () => {
  it('is that nobody covers the site', () => {
    const { text } = make('sms', 'cover-alert', { siteName: 'Vauxhall Walk', count: '4', minutes: '15' });
    expect(text).toBe('Vauxhall Walk: 4 inside and no warden or first aider for 15 min. Please see to it.');
  });

  it('is that the site fills up', () => {
    const { subject } = make('email', 'site-crowded', { siteName: 'Vauxhall Walk', count: '9', capacity: '10' });
    expect(subject).toBe('Vauxhall Walk is nearly full');
  });
});
