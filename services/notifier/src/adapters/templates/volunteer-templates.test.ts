import { describe, expect, it } from 'vitest';
import { linksIn } from './markup.testing.ts';
import { make } from './testing.ts';

const inviteUrl = 'https://join.example.test/t/zt-1';
const invitation = {
  firstName: 'Ada',
  inviteUrl,
  roleLabel: 'Branch manager',
  channelNames: '["general","t-north"]',
  email: 'ada@example.org',
};
const invite = (change: Readonly<Record<string, string>> = {}, locale?: string) =>
  make('email', 'volunteer_invite', { ...invitation, ...change }, locale);

describe('the invitation of a volunteer', () => {
  it('says to register with this same address, in both parts', () => {
    const { html, text } = invite();
    expect(text).toContain('Register with this same address: ada@example.org.');
    expect(html).toContain('Register with this same address: <strong>ada@example.org</strong>.');
  });

  it('has the link of the workspace and nothing else to press', () => {
    const { html, text } = invite();
    expect(new Set(linksIn(html))).toEqual(new Set([inviteUrl]));
    expect(text).toContain(inviteUrl);
  });

  it('lists the channels that wait, and says nothing of channels where none does', () => {
    expect(invite().text).toContain('- general\n- t-north\n');
    expect(invite({ channelNames: '[]' }).text).not.toContain('channels');
  });

  it('says until when it works where that is known', () => {
    expect(invite({ expiresOn: '2026-04-01' }).text).toContain('The link works until 1 April 2026.');
    expect(invite().text).not.toContain('until');
  });

  it.each([
    ['Grace Hopper', 'help@example.org', 'Questions? Ask Grace Hopper (help@example.org).'],
    ['Grace Hopper', '', 'Questions? Ask Grace Hopper.'],
    ['', 'help@example.org', 'Questions? Write to help@example.org.'],
  ])('names whom to ask: %s %s', (coordinatorName, contactEmail, said) => {
    const { html, text } = invite({ coordinatorName, contactEmail });
    for (const part of [html, text]) expect(part).toContain(said);
  });

  it('names nobody to ask where nobody is known', () => {
    expect(invite().text).not.toContain('Questions');
  });

  it.each([
    ['en', 'Reminder: your invitation to Guildhall in Slack', 'this is a reminder'],
    ['fr', 'Rappel : votre invitation à rejoindre Guildhall dans Slack', 'ceci est un rappel'],
  ])('says in %s that a reminder is one', (locale, subject, said) => {
    const reminder = invite({ isReminder: 'yes' }, locale);
    expect(reminder.subject).toBe(subject);
    expect(reminder.text).toContain(said);
    expect(invite({}, locale).text).not.toContain(said);
  });
});

describe('what else volunteers are told', () => {
  const confirm = { firstName: 'Ada'.repeat(40), confirmUrl: 'https://g.test/c/1' };
  const shift = {
    firstName: 'Ada',
    title: 'Front desk',
    startsAt: '2026-03-02 09:00',
    shiftUrl: 'https://g.test/s/1',
  };

  it('does not let a stranger write to an address by way of a name', () => {
    expect(make('email', 'volunteer_apply', confirm).text).not.toContain('Ada'.repeat(14));
  });

  it('is that an application was accepted, or why it was not', () => {
    const about = { firstName: 'Ada', roleLabel: 'Mentor' };
    expect(make('inbox', 'volunteer_decided', { ...about, isApproved: 'yes' }).title).toBe('You are accepted');
    const { text } = make('inbox', 'volunteer_decided', { ...about, reason: 'We are full.' });
    expect(text).toBe(
      'Thank you for offering to help. We cannot accept your application this time: Mentor. “We are full.”',
    );
  });

  it('is when and where a shift is, in one text message', () => {
    expect(make('sms', 'shift_reminder', { ...shift, place: 'North' }).text).toBe(
      'Your shift: Front desk, Mon 2 Mar, 09:00 (North). Cannot come? https://g.test/s/1',
    );
  });

  it('is that a shift is cancelled, which nobody reads as a change', () => {
    const { text } = make('sms', 'shift_changed', { ...shift, isCancelled: 'yes', reason: 'Heavy snow' });
    expect(text).toBe(
      'Shift cancelled: Front desk, Mon 2 Mar, 09:00. You need not come. "Heavy snow" https://g.test/s/1',
    );
    expect(make('push', 'shift_changed', shift).title).toBe('Your shift has changed');
  });

  it('is welcome with a line for each thing', () => {
    const { blocks } = make('slack', 'volunteer_welcome', { firstName: 'Ada', lines: '["One: a","Two: b"]' });
    expect(blocks?.at(-1)).toMatchObject({ type: 'section', text: { text: '• One: a\n• Two: b' } });
  });
});

describe('what those who see to volunteers are told', () => {
  const alert = { headline: 'The link is full', lines: '["2000 of 2000"]', volunteersUrl: 'https://g.test/v' };

  it('is what happened and what to do, or only what happened', () => {
    expect(make('email', 'volunteer_alert', { ...alert, steps: '["Make a new one"]' }).text).toContain(
      '2000 of 2000\n\nWhat to do:\n- Make a new one\n',
    );
    const { text } = make('email', 'volunteer_alert', { ...alert, steps: '[]' });
    expect(text).not.toContain('What to do');
  });

  it('is by when to confirm who has which access, and that a reminder is one', () => {
    const review = { firstName: 'Grace', reviewUrl: 'https://g.test/r', count: '1204', dueOn: '2026-03-31' };
    const said = make('slack', 'volunteer_review', { ...review, isReminder: 'yes' }).text;
    expect(said).toBe('Reminder: who has which access? · 1,204 volunteers, 31 March 2026');
    expect(make('email', 'volunteer_review', review).subject).not.toContain('Reminder');
  });

  it('is a line for each thing of the week', () => {
    const week = { firstName: 'Grace', lines: '["Blocked: Ada","Leaving: Zoé"]', volunteersUrl: 'https://g.test/v' };
    expect(make('inbox', 'volunteer_digest', week).text).toBe('Blocked: Ada · Leaving: Zoé');
  });
});
