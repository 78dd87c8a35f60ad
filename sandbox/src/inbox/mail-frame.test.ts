import { describe, expect, it } from 'vitest';
import { mailFrame } from './mail-frame.ts';

const mail = (html: string, attachments: unknown[] = []) => ({
  id: '01HX0000000000000000000001',
  channel: 'email' as const,
  to: 'ada@example.org',
  at: '',
  text: '',
  html,
  raw: { attachments },
});
const target = '<base target="_blank">';

describe('the frame of a mail', () => {
  it.each([
    ['<!doctype html><html><head lang="en"><title>x</title></head></html>', `<head lang="en">${target}<title>`],
    ['<!doctype html><p>x</p>', `<!doctype html>${target}<p>`],
    ['<p>x</p>', `${target}<p>`],
  ])('opens links in a new tab: %s', (html, expected) => {
    expect(mailFrame(mail(html))).toContain(expected);
  });

  it('takes inline images from the attachments', () => {
    const attachments = [{ filename: 'a.ics' }, { filename: 'logo.png', contentId: '<logo@x>' }];
    expect(mailFrame(mail('<img src="cid:logo@x">', attachments))).toContain(
      '<img src="/inbox/mails/01HX0000000000000000000001/attachments/1">',
    );
  });
});
