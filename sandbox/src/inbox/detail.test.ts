import { describe, expect, it } from 'vitest';
import type { Message } from '../messages/message.ts';
import { detail } from './detail.ts';
import type { View } from './view.ts';

const at = '2030-01-01T10:00:00.000Z';
const sms = (text: string, more: Partial<Message> = {}): Message => ({
  id: '1',
  channel: 'sms',
  to: '+447700900123',
  text,
  at,
  raw: { from: '+15005550006' },
  ...more,
});
const post = (ts: string, text: string, raw: object = {}): Message =>
  sms(text, { id: ts, channel: 'slack', to: '#north', raw: { ts, ...raw } });
const read = (shown: Message | undefined, conversation: readonly Message[] = []) =>
  detail({ shown, conversation, query: { q: 'x', m: '1' } } as unknown as View).text;

describe('a message that is read', () => {
  it('may be none', () => {
    expect(read(undefined)).toContain('A message that is picked is read here');
  });

  it.each([
    ['Your code is 482913.', '482913'],
    ['482913 is your code', '482913'],
    ['G-482913', undefined],
    ['Call +447700900123', undefined],
    ['Order 12345678', undefined],
    ['It costs 482913.50', undefined],
    ['#482913', undefined],
  ])('%j offers the code %s', (text, code) => {
    expect(/data-copy="(\d+)"/.exec(read(sms(text)))?.[1]).toBe(code);
  });

  it('offers to reply to an SMS as whoever got it', () => {
    expect(read(sms('x'))).toContain('data-reply="+447700900123"');
  });

  it('shows a notification with its title and where a tap leads', () => {
    const push = { channel: 'push' as const, to: 'device', subject: 'Safe?', raw: { link: 'https://x.example/a' } };

    expect(read(sms('Tap.', push))).toContain('<b>Safe?</b><br>Tap.');
    expect(read(sms('Tap.', push))).toContain('href="https://x.example/a"');
    expect(read(sms('Tap.', { ...push, raw: { link: 'javascript:alert(1)' } }))).not.toContain('javascript:');
  });

  it('leads back to the list as it was searched', () => {
    expect(read(sms('x'))).toContain('class="back" data-go href="/?q=x"');
  });

  it('is escaped wherever it is shown', () => {
    const nasty = '<img src=x onerror=alert(1)>';
    const all =
      read(sms(nasty, { subject: nasty, to: nasty, raw: { from: nasty } })) +
      read(post('1', nasty), [post('1', nasty)]);
    expect(all).not.toContain('<img');
  });

  it('shows the sender of an SMS, a messaging service too', () => {
    expect(read(sms('x'))).toContain('class="sender">+15005550006');
    expect(read(sms('x', { raw: { from: null, messaging_service_sid: 'MG1' } }))).toContain('class="sender">MG1');
  });

  it('shows a mail without HTML as text', () => {
    const mail = read(sms('line one\nline two', { channel: 'email', raw: { attachments: [] } }));
    expect(mail).toContain('<pre class="plain">line one\nline two</pre>');
    expect(mail).not.toContain('iframe');
  });

  it('links each attachment by its place', () => {
    const attachments = [
      { filename: 'a.ics', bytes: 5 },
      { filename: '<b>.pdf', bytes: 7 },
    ];
    const mail = read(sms('x', { channel: 'email', raw: { attachments } }));
    expect(mail).toContain('href="/inbox/mails/1/attachments/1">&lt;b&gt;.pdf <small>7 B');
  });

  it('marks the Slack message among its neighbours, and edited ones', () => {
    const edited = post('2', 'two', { method: 'chat.update', username: 'Reception' });
    const markup = read(edited, [post('1', 'one'), edited]);
    expect(markup.match(/class="post shown"/g)).toHaveLength(1);
    expect(markup).toContain('two <small>(edited)</small>');
    expect(markup).toContain('<b>Reception</b>');
  });
});
