import { describe, expect, it } from 'vitest';
import { gallery } from './gallery.ts';
import { all, everyCase, templatesOf } from './testing.ts';

const shown = gallery({ templates: templatesOf(), publicUrl: 'https://club.example.com' });

describe('the gallery', () => {
  it('lists every template with its channels, languages, samples and variables', () => {
    expect(shown.list().map(({ key }) => key)).toEqual(Object.keys(all));
    expect(shown.list().find(({ key }) => key === 'login')).toMatchObject({
      category: 'auth',
      channels: ['email', 'sms'],
      locales: ['en', 'fr'],
      samples: ['usual', 'short'],
      variables: ['code', 'expiresMinutes'],
    });
  });

  it.each(everyCase)('shows $template by $channel in $locale with the sample $sample', ({ template, ...one }) => {
    const { content, bytes } = shown.preview({ key: template, ...one });

    expect(content.channel).toBe(one.channel);
    expect(bytes).toBeGreaterThan(0);
  });

  it('leads to pages of this organisation', () => {
    const { content, variables } = shown.preview({ key: 'test-message', channel: 'email' });

    expect(variables).toEqual({ pageUrl: 'https://club.example.com/messages' });
    expect(content).toMatchObject({ html: expect.stringContaining('href="https://club.example.com/messages"') });
  });

  it('counts what a text message costs', () => {
    expect(shown.preview({ key: 'login', channel: 'sms' }).charged).toEqual({ segments: 1, encoding: 'gsm-7' });
  });

  it('shows how to stop what may be stopped', () => {
    const html = (key: string) => JSON.stringify(shown.preview({ key, channel: 'email' }).content);

    expect(html('reminder')).toContain('https://club.example.com/unsubscribe/');
    expect(html('login')).not.toContain('/unsubscribe/');
    expect(html('evacuation-call')).not.toContain('/unsubscribe/');
  });

  it.each([
    { key: 'welcome', channel: 'email' },
    { key: '__proto__', channel: 'email' },
    { key: 'login', channel: 'slack' },
    { key: 'login', channel: 'email', sample: 'toString' },
  ] as const)('has no %j', (one) => {
    expect(() => shown.preview(one)).toThrow(expect.objectContaining({ code: 'notifier.template_not_found' }));
  });
});
