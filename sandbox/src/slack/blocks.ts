import { checkBlocks, limitOf } from './contract.ts';
import { SlackError } from './slack-error.ts';

type TextObject = Readonly<{ type?: unknown; text?: unknown }>;
export type Block = Readonly<{
  type: string;
  text?: TextObject;
  fields?: readonly TextObject[];
  elements?: readonly TextObject[];
}>;

/** Blocks as they were sent (JSON text, or a list), refused as Slack refuses them. */
export function readBlocks(value: unknown): Block[] {
  if (value === undefined || value === '') return [];
  const blocks = typeof value === 'string' ? parsed(value) : value;
  if (!checkBlocks(blocks)) throw new SlackError('invalid_blocks_format');
  const list = blocks as Block[];
  const wrong = list.flatMap(wrongIn);
  if (list.length > limitOf('blocks.message'))
    wrong.push(`no more than ${limitOf('blocks.message')} items allowed [json-pointer:/blocks]`);
  if (wrong.length > 0) throw new SlackError('invalid_blocks', { response_metadata: { messages: wrong } });
  return list;
}

/** The words in blocks, for search and for a list of messages. */
export const wordsOf = (blocks: readonly Block[]): string =>
  blocks
    .flatMap(({ text, fields, elements }) => [text, ...(fields ?? []), ...(elements ?? [])])
    .map((part) => (typeof part?.text === 'string' ? part.text : ''))
    .filter(Boolean)
    .join('\n');

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new SlackError('invalid_blocks_format');
  }
}

function wrongIn({ type, text, fields }: Block, index: number): string[] {
  const at = `[json-pointer:/blocks/${index}`;
  const wrong: string[] = [];
  if (type === 'header' && (text?.type !== 'plain_text' || isLong(text, limitOf('header.text')))) {
    wrong.push(`[ERROR] must be plain_text of at most ${limitOf('header.text')} characters ${at}/text]`);
  }
  if (type === 'section' && !text && !fields?.length)
    wrong.push(`[ERROR] missing required field: text or fields ${at}]`);
  if (type === 'section' && text && (!isTextType(text) || isLong(text, limitOf('section.text')))) {
    wrong.push(`[ERROR] must be a text of 1 to ${limitOf('section.text')} characters ${at}/text]`);
  }
  if (fields?.some((field) => !isTextType(field) || isLong(field, limitOf('section.field.text')))) {
    wrong.push(`[ERROR] must be texts of 1 to ${limitOf('section.field.text')} characters ${at}/fields]`);
  }
  return wrong;
}

const isTextType = ({ type }: TextObject): boolean => type === 'mrkdwn' || type === 'plain_text';

const isLong = ({ text }: TextObject, most: number): boolean =>
  typeof text !== 'string' || text.length === 0 || text.length > most;
