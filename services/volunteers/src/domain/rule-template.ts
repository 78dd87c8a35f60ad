import { unknown } from './nearest.ts';
import { refusals } from './refusals.ts';

const parts = ['area', 'district', 'branch'];

/** It has a place to be filled in. */
export const isTemplate = (text: string): boolean => /[{}]/.test(text);

/** The template as it is kept. Throws for a part that places do not have, or a sign that a name in Slack cannot have. */
export function templateOf(text: string, pointer: string): string {
  const template = text.trim().replace(/^#/, '').normalize('NFC').toLowerCase();
  for (const [, part = ''] of template.matchAll(/\{([^{}]*)\}/g)) {
    if (!parts.includes(part)) throw refusals.field(pointer, `{${part}} ${unknown(part, parts)}`);
  }
  const fixed = template.replaceAll(/\{[^{}]*\}/g, '');
  if (!/^[\p{L}\p{N}_-]*$/u.test(fixed)) {
    throw refusals.field(pointer, 'must be letters, digits, hyphens and {area}, {district} or {branch}');
  }
  return template;
}
