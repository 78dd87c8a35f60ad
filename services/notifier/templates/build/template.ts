import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Layout } from './mail.ts';
import { asksOf, readWords, type Words } from './words.ts';

/** What each channel's file has in its head. */
const CHANNELS: Readonly<
  Record<string, Readonly<{ file: string; heads: readonly string[]; free?: readonly string[] }>>
> = {
  email: { file: 'email.mjml.hbs', heads: ['subject', 'title', 'preview', 'why'] },
  sms: { file: 'sms.hbs', heads: [] },
  slack: { file: 'slack.json', heads: [] },
  push: { file: 'push.hbs', heads: ['title', 'link'], free: ['link'] },
  inbox: { file: 'inbox.hbs', heads: ['title', 'link'], free: ['link'] },
};

export type Channel = Readonly<{
  variables: readonly string[];
  /** Those that hold several texts. */
  lists: readonly string[];
  words: Readonly<Record<string, Words>>;
}>;

type About = Readonly<{ category: string; about: Words; samples: Readonly<Record<string, Words>> }>;

export type Template = About & Readonly<{ channels: Readonly<Record<string, Channel>> }>;

/** Standing variables: the platform gives them to every template. */
const STANDING = [
  'organisation',
  'buttonColour',
  'buttonTextColour',
  'headingColour',
  'unsubscribeUrl',
  'supportContact',
];

/** Compiles one template in all of its channels and languages, and throws where they do not go together. */
export async function templateAt(folder: string, layouts: string, layout: Layout): Promise<Template> {
  const about = JSON.parse(readFileSync(join(folder, 'template.json'), 'utf8')) as About;
  const locales = localesIn(folder);
  const channels: Record<string, Channel> = {};
  for (const channel of Object.keys(CHANNELS)) {
    const words: Record<string, Words> = {};
    for (const locale of locales) {
      const found = await wordsOf(channel, join(folder, locale), join(layouts, locale), layout);
      if (found) words[locale] = found;
    }
    if (Object.keys(words).length === 0) continue;
    if (Object.keys(words).length < locales.length) throw new Error(`${folder}: not every language has ${channel}`);
    channels[channel] = together(words, `${folder} ${channel}`);
  }
  assertSamples(about, channels, folder);
  return { ...about, channels };
}

const localesIn = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted();

async function wordsOf(channel: string, folder: string, layouts: string, layout: Layout): Promise<Words | undefined> {
  const { file, heads, free = [] } = CHANNELS[channel] ?? { file: '', heads: [] };
  const path = join(folder, file);
  if (!existsSync(path)) return undefined;
  if (channel === 'slack') return slackWords(path);
  const words = readWords(path, heads);
  const missing = heads.filter((name) => !words[name] && !free.includes(name));
  if (missing.length > 0) throw new Error(`${path}: ${missing.join(', ')} missing`);
  if (channel === 'sms') assertPlain(words['text'] ?? '', path);
  return channel === 'email' ? mailWords(words, folder, layouts, layout) : words;
}

async function mailWords(words: Words, folder: string, layouts: string, layout: Layout): Promise<Words> {
  const { why = '', subject = '', title = '', preview = '' } = words;
  const [plain, footer] = ['email.txt.hbs', 'footer.html.hbs'].map((name) => readFileSync(join(layouts, name), 'utf8'));
  const body = readFileSync(join(folder, 'email.txt.hbs'), 'utf8').trimEnd();
  const text = plain?.replace('%%text%%', () => body).replace('%%why%%', () => why) ?? '';
  return {
    subject,
    title,
    preview,
    html: await layout.htmlOf(words, join(folder, 'email.mjml.hbs')),
    footer: footer?.trimEnd().replace('%%why%%', () => why) ?? '',
    text: text.trimEnd(),
  };
}

function slackWords(path: string): Words {
  const { text, blocks } = JSON.parse(readFileSync(path, 'utf8')) as { text: string; blocks: unknown };
  return { text, blocks: JSON.stringify(blocks) };
}

/** What GSM 03.38 has, and what values may be: one other sign, and a text holds 70 of them and not 160. */
function assertPlain(text: string, path: string): void {
  const [other] = text.match(/[^A-Za-z0-9 @£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ!"#¤%&'()*+,\-./:;<=>?¡ÄÖÑÜ§¿äöñüà{}\n]/) ?? [];
  if (other) throw new Error(`${path}: "${other}" would make a text message twice as dear`);
}

/** The strings of a part: of Slack's blocks each is a template of its own. */
const sourcesOf = (words: Words): readonly string[] =>
  Object.entries(words).flatMap(([part, source]) => (part === 'blocks' ? stringsIn(JSON.parse(source)) : [source]));

const stringsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : [];
};

function together(words: Readonly<Record<string, Words>>, where: string): Channel {
  const asked = Object.entries(words).map(([locale, parts]) => {
    const asks = sourcesOf(parts).map((source) => asksOf(source, `${where} ${locale}`));
    const variables = new Set(asks.flatMap((one) => [...one.variables]));
    const lists = new Set(asks.flatMap((one) => [...one.lists]));
    return {
      variables: [...variables].filter((name) => !STANDING.includes(name)).toSorted(),
      lists: [...lists].toSorted(),
    };
  });
  const [first = { variables: [], lists: [] }] = asked;
  const differs = asked.find((one) => JSON.stringify(one) !== JSON.stringify(first));
  if (differs)
    throw new Error(
      `${where}: one language asks for ${first.variables.join(', ')}, another for ${differs.variables.join(', ')}`,
    );
  return { ...first, words };
}

function assertSamples({ samples }: About, channels: Readonly<Record<string, Channel>>, where: string): void {
  const needed = [...new Set(Object.values(channels).flatMap(({ variables }) => variables))].toSorted().join(', ');
  for (const [name, variables] of Object.entries(samples)) {
    const given = Object.keys(variables).toSorted().join(', ');
    if (given !== needed) throw new Error(`${where}: the sample ${name} has ${given}, and ${needed} is needed`);
  }
  if (Object.keys(samples).length === 0) throw new Error(`${where}: there is no sample`);
}
