import { escapeHtml, Html } from './html.ts';

/**
 * The small part of Slack's mrkdwn that messages here use: bold, italic, strike, code, links, mentions, line breaks.
 * Slack text arrives with `&`, `<` and `>` escaped; that is undone first, so that nothing is escaped twice.
 */
export function mrkdwn(text: string): Html {
  const parts = text.split(/(<[^<>]+>|`[^`\n]+`)/);
  return new Html(parts.map((part, index) => (index % 2 === 0 ? styled(part) : special(part))).join(''));
}

function special(part: string): string {
  if (part.startsWith('`')) return `<code>${plain(part.slice(1, -1))}</code>`;
  const [target = '', label] = part.slice(1, -1).split('|');
  if (/^[@#!]/.test(target)) return `<b>${plain(label ?? target.replace(/^!/, '@'))}</b>`;
  if (!/^(https?|mailto):/i.test(target)) return plain(part);
  return `<a href="${plain(target)}" target="_blank" rel="noreferrer noopener">${plain(label ?? target)}</a>`;
}

const styled = (text: string): string =>
  plain(text)
    .replace(/(^|[\s(])\*([^*\n]+)\*(?=$|[\s).,:;!?])/g, '$1<b>$2</b>')
    .replace(/(^|[\s(])_([^_\n]+)_(?=$|[\s).,:;!?])/g, '$1<i>$2</i>')
    .replace(/(^|[\s(])~([^~\n]+)~(?=$|[\s).,:;!?])/g, '$1<s>$2</s>')
    .replaceAll('\n', '<br>');

/** The words alone, for a line in a list. */
export const wordsOnly = (text: string): string =>
  unescape(
    text.replace(/<([^<>|]+)(?:\|([^<>]+))?>/g, (_all, target: string, label?: string) => label ?? target),
  ).replace(/(^|\s)[*_~`]([^*_~`\n]+)[*_~`]/g, '$1$2');

const plain = (text: string): string => escapeHtml(unescape(text));

const unescape = (text: string): string =>
  text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
