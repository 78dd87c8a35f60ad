import { type Fill, fillOf, type Values } from './engine.ts';
import type { SlackBlock } from '../../app/ports.ts';

/** Fills blocks: `shown` has values that are safe to show, `plain` those for addresses. */
export type FillBlocks = (shown: Values, plain: Values, locale: string) => readonly SlackBlock[];

type Filled = (shown: Values, plain: Values, locale: string) => unknown;

/** Block Kit as JSON, each of its strings a template: no value can become a part of the structure. */
export function blocksOf(source: string): FillBlocks {
  const fill = nodeOf(JSON.parse(source), '');
  return (shown, plain, locale) => {
    const blocks = fill(shown, plain, locale);
    return Array.isArray(blocks) ? (blocks as SlackBlock[]).filter(hasWords) : [];
  };
}

function nodeOf(node: unknown, name: string): Filled {
  if (typeof node === 'string') return stringOf(node, name);
  if (Array.isArray(node)) {
    const parts = node.map((part) => nodeOf(part, name));
    return (...given) => parts.map((part) => part(...given)).filter(isThere);
  }
  if (typeof node !== 'object' || node === null) return () => node;
  const parts = Object.entries(withManners(node)).map(([key, part]) => [key, nodeOf(part, key)] as const);
  const limit = limitOf(node, name);
  return (...given) => {
    const filled = Object.fromEntries(parts.map(([key, part]) => [key, part(...given)]));
    const { text } = filled;
    return typeof text === 'string' ? { ...filled, text: cut(text.trim(), limit) } : filled;
  };
}

function stringOf(source: string, name: string): Filled {
  const fill: Fill = fillOf(source);
  return (shown, plain, locale) => fill(name === 'url' ? plain : shown, locale);
}

/** Slack makes no links and mentions of its own of what a value holds. */
const withManners = (node: object): object =>
  'type' in node && node.type === 'mrkdwn' ? { ...node, verbatim: true } : node;

// A text, a field or an element without words is left out, and so is what holds nothing else.
const isThere = (part: unknown): boolean => {
  if (typeof part !== 'object' || part === null) return true;
  if ('text' in part && typeof part.text === 'string') return part.text !== '';
  return true;
};

const hasWords = (block: SlackBlock): boolean => {
  const { text, fields, elements } = block as Readonly<Record<string, unknown>>;
  const lists = [fields, elements].filter((list) => Array.isArray(list));
  if (lists.length > 0) return lists.some((list) => list.length > 0);
  return text === undefined || isThere(text);
};

/** The longest that Slack takes (Block Kit reference). */
function limitOf(node: object, name: string): number {
  if (name === 'fields') return 2_000;
  return 'type' in node && node.type === 'plain_text' ? (name === 'text' ? 150 : 75) : 3_000;
}

/** Not in the middle of an escaped sign. */
const cut = (text: string, limit: number): string =>
  text.length <= limit ? text : `${text.slice(0, limit - 1).replace(/&[a-z]{0,3}$/, '')}…`;
