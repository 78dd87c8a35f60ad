import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import mjml2html from 'mjml';
import type { Words } from './words.ts';

// Mail fetches nothing from elsewhere: no web fonts.
const OPTIONS = { validationLevel: 'strict', keepComments: false, fonts: {} } as const;

// MJML takes colours only: these stand for those of the organisation.
const COLOURS = { '#b00001': 'buttonColour', '#b00002': 'buttonTextColour', '#b00003': 'headingColour' };

const BODY = '%%body%%';

export type Layout = Readonly<{ frame: string; htmlOf(words: Words, where: string): Promise<string> }>;

/** The frame that all mails share, and what makes the inside of one. */
export async function layoutAt(folder: string): Promise<Layout> {
  const source = blocksRaw(readFileSync(join(folder, 'email.mjml.hbs'), 'utf8'));
  const frame = await compile(source, 'the layout');
  const [before = '', after = ''] = frame.split(BODY);
  return {
    frame,
    htmlOf: async ({ text = '' }, where) => {
      const inside = `<mj-raw>${BODY}</mj-raw>${blocksRaw(text)}<mj-raw>${BODY}</mj-raw>`;
      const html = await compile(source.replace(`<mj-raw>${BODY}</mj-raw>`, inside), where);
      const [start, body = '', end] = html.split(BODY);
      // Its style sheet would be needed too, and the frame is kept once for all.
      if (start?.trim() !== before.trim() || end?.trim() !== after.trim())
        throw new Error(`${where}: needs more of the frame`);
      return body.trim();
    },
  };
}

/** A line that is a block of handlebars and nothing else stands between elements. */
const blocksRaw = (source: string): string =>
  source.replace(/^\s*(\{\{(?:#|\/|else)[^{}]*\}\})\s*$/gm, '<mj-raw>$1</mj-raw>');

async function compile(source: string, where: string): Promise<string> {
  const { html, errors } = await mjml2html(source, OPTIONS);
  if (errors.length > 0) throw new Error(`${where}: ${errors.map((one) => one.formattedMessage).join('; ')}`);
  const lines = html.split('\n').map((line: string) => line.trim());
  const coloured = Object.entries(COLOURS).reduce(
    (text, [colour, name]) => text.replaceAll(colour, `{{${name}}}`),
    lines.filter(Boolean).join('\n'),
  );
  return coloured;
}
