import { faultsOf, variablesOf } from '@guildhall/contracts';
import { smsSegments } from '@guildhall/providers';
import { describe, expect, it } from 'vitest';
import { contrast } from '../../domain/contrast.ts';
import { anOrder } from '../../domain/testing.ts';
import { linksIn, type Seen, seenIn } from './markup.testing.ts';
import { all, type As, type Case, casesOf, everyCase, templatesOf } from './testing.ts';

const OWN = 'https://members.example.org';
const { render } = templatesOf();

const rendered = ({ template, channel, locale, variables }: Case, more: Record<string, string> = {}) =>
  render(anOrder({ template, channel, locale, variables: { ...variables, ...more } }));
const mailOf = (one: Case, more?: Record<string, string>) => rendered(one, more) as As<'email'>;
const said = (content: unknown): string => JSON.stringify(content);
const stringsIn = (value: unknown): readonly string[] =>
  typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [String(value)];

const isOwn = (link: string): boolean => link.startsWith(`${OWN}/`) && URL.canParse(link);
const linksInText = (text: string): readonly string[] => text.match(/https?:\/\/[^\s<>"|]+/g) ?? [];

describe('every template', () => {
  it('has words in English and French', () => {
    const lacking = Object.entries(all).flatMap(([key, { channels }]) =>
      Object.values(channels).flatMap(({ words }) => (words['en'] && words['fr'] ? [] : [key])),
    );

    expect(lacking).toEqual([]);
    expect(Object.values(all).every(({ about }) => about['en'] && about['fr'])).toBe(true);
  });

  it.each(Object.entries(all))(
    '%s is declared with the variables that its words ask for',
    (key, { channels, samples }) => {
      const declared = variablesOf(key);
      const asked = [...new Set(Object.values(channels).flatMap(({ variables }) => variables))].toSorted();

      expect(Object.keys(declared ?? {}).toSorted()).toEqual(asked);
      for (const sample of Object.values(samples)) expect(faultsOf(declared ?? {}, sample)).toEqual([]);
    },
  );

  it.each(everyCase)('$template by $channel in $locale ($sample) is whole', (one) => {
    expect(stringsIn(rendered(one)).join('\n')).not.toMatch(/\{\{|\}\}|%%|undefined|\[object|NaN/);
  });

  it.each(everyCase)('$template by $channel in $locale ($sample) leads to pages of ours only', (one) => {
    const content = rendered(one);
    const links = linksInText(content.channel === 'email' ? content.text : said(content));

    expect(links.filter((link) => !isOwn(link))).toEqual([]);
    expect('link' in content ? content.link : '/').toMatch(/^(https:\/\/members\.example\.org)?\/(?!\/)/);
  });
});

describe('every mail', () => {
  const mails = casesOf('email');
  const stop = { unsubscribeUrl: `${OWN}/unsubscribe/token?a=1&b=2` };

  it.each(mails)('$template in $locale ($sample) has a subject that reads on a telephone', (one) => {
    const { subject } = mailOf(one);

    expect(subject).toMatch(/^\P{Cc}{4,78}$/u);
    expect(subject).toBe(subject.trim());
  });

  it.each(mails)('$template in $locale ($sample) says the same links in both of its parts', (one) => {
    const { html, text } = mailOf(one, stop);

    expect(new Set(linksInText(text))).toEqual(new Set(linksIn(html)));
    expect(linksIn(html).every(isOwn)).toBe(true);
  });

  it.each(mails)('$template in $locale ($sample) can be read by day and in the dark: contrast 4.5', (one) => {
    const { html } = mailOf(one, stop);
    const [day, dark] = [seenIn(html), seenIn(html, 'dark')];
    const isFaint = ({ colour, ground }: Seen): boolean => contrast(colour, ground) < 4.5;

    expect(day.length).toBeGreaterThan(3);
    expect(dark.find(({ text }) => text === 'Guildhall')).toMatchObject({ colour: '#eef2f6', ground: '#12171d' });
    expect([...day, ...dark].filter(isFaint)).toEqual([]);
  });

  it.each(mails)('$template in $locale ($sample) is a small page in its own language', (one) => {
    const { html, text } = mailOf(one);

    expect(html).toContain(`<html lang="${one.locale}"`);
    // Programs cut off longer ones at 100 kB; in an emergency a thousand leave at once.
    expect(Buffer.byteLength(html)).toBeLessThan(15_000);
    expect(text.trim().length).toBeGreaterThan(60);
    expect(text).not.toMatch(/\n{4}|&amp;|&lt;|<[a-z]/);
    expect(html).not.toMatch(/<script|<link|url\(|@import| on\w+=/i);
  });

  it.each(mails)('$template in $locale ($sample) offers to stop it where it may be stopped, and only there', (one) => {
    expect(mailOf(one).html).not.toContain('unsubscribe');
    for (const part of [linksIn(mailOf(one, stop).html), linksInText(mailOf(one, stop).text)]) {
      expect(part).toContain(stop.unsubscribeUrl);
    }
  });

  it('names what is behind each picture', () => {
    const { render: branded } = templatesOf({ logoUrl: `${OWN}/logo.png` });
    const { html } = branded(
      anOrder({ channel: 'email', template: 'login', variables: { code: '1', expiresMinutes: '1' } }),
    ) as As<'email'>;

    expect(html).toMatch(/<img src="https:\/\/members\.example\.org\/logo\.png" alt="Guildhall"/);
  });
});

describe('every text message', () => {
  it.each(casesOf('sms'))('$template in $locale ($sample) is charged as two at most, a code as one', (one) => {
    const { text } = rendered(one) as As<'sms'>;

    expect(smsSegments(text).segments).toBeLessThanOrEqual(one.category === 'auth' ? 1 : 2);
    expect(text).not.toMatch(/[\r\n]/);
  });
});

describe('every message in Slack', () => {
  it.each(casesOf('slack'))('$template in $locale ($sample) has a layout that Slack takes', (one) => {
    const { text, blocks = [] } = rendered(one) as As<'slack'>;

    expect(text.trim()).not.toBe('');
    expect(blocks.length).toBeGreaterThan(0);
    expect(said(blocks)).not.toContain('"text":""');
    for (const block of blocks) {
      expect(['header', 'section', 'context', 'actions']).toContain(block.type);
    }
  });
});
