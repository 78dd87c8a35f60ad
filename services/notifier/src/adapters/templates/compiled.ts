import type { Content } from '../../app/ports.ts';
import type { Brand } from '../../domain/brand.ts';
import type { Channel } from '../../domain/message.ts';
import { blocksOf } from './blocks.ts';
import { type Fill, fillOf, type Values } from './engine.ts';
import { forSlack, forSms, oneLine } from './escaping.ts';
import type { Frame } from './frame.ts';
import type { Words } from './source.ts';

/** What a message and its surroundings bring. */
export type Given = Readonly<{ values: Values; formats: string; locale: string; brand: Brand }>;

export type Compiled = (given: Given) => Content;

type FrameFor = (brand: Brand, locale: string) => Frame;

/** A template ready to be filled; each channel is protected from what its values may hold. */
export function compiled(channel: Channel, words: Words, frameFor: FrameFor): Compiled {
  switch (channel) {
    case 'email':
      return mail(words, frameFor);
    case 'sms': {
      const text = fillOf(words['text'] ?? '');
      return ({ values, formats }) => ({ channel, text: forSms(oneLine(text(mapped(values, oneLine), formats))) });
    }
    case 'push':
    case 'inbox':
      return notice(channel, words);
    case 'slack':
      return slack(words);
  }
}

function mail(words: Words, frameFor: FrameFor): Compiled {
  const html = (part: string): Fill => fillOf(words[part] ?? '', { html: true });
  const [subject, text] = [fillOf(words['subject'] ?? ''), fillOf(words['text'] ?? '')];
  const inside = {
    subject: html('subject'),
    preview: html('preview'),
    title: html('title'),
    body: html('html'),
    footer: html('footer'),
  };
  return ({ values: raw, formats, locale, brand }) => {
    const values = mapped(raw, oneLine);
    const fill = (part: Fill): string => part(values, formats);
    const { subject: named, preview, title, body, footer } = inside;
    return {
      channel: 'email',
      subject: oneLine(subject(values, formats)),
      html: frameFor(
        brand,
        locale,
      )({
        subject: fill(named),
        preview: fill(preview),
        title: fill(title),
        body: fill(body),
        footer: fill(footer),
      }),
      text: text(values, formats),
    };
  };
}

function notice(channel: 'push' | 'inbox', words: Words): Compiled {
  const [title, text, link] = [words['title'], words['text'], words['link']].map((part) => fillOf(part ?? ''));
  return ({ values: raw, formats }) => {
    const values = mapped(raw, oneLine);
    const fill = (part: Fill | undefined): string => oneLine(part?.(values, formats) ?? '');
    const where = fill(link);
    return { channel, title: fill(title), text: fill(text), ...(where && { link: where }) };
  };
}

function slack(words: Words): Compiled {
  const [text, blocks] = [fillOf(words['text'] ?? ''), blocksOf(words['blocks'] ?? '[]')];
  return ({ values: raw, formats }) => {
    const plain = mapped(raw, oneLine);
    const shown = mapped(plain, forSlack);
    return { channel: 'slack', text: text(shown, formats), blocks: blocks(shown, plain, formats) };
  };
}

const mapped = (values: Values, change: (value: string) => string): Values =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? change(value) : value.map(change),
    ]),
  );
