import type { NewId } from '@guildhall/kernel';
import { type Book, type Channel, channelNameOf, channelOfTemplate, isSameName, isWithin, type Rule } from './book.ts';
import { refusals } from './refusals.ts';
import { ruleRefusals } from './rule-refusals.ts';

const longestName = 80;

type TemplateRule = Extract<Rule, { template: string }>;

const templatesOf = ({ rules }: Pick<Book, 'rules'>): readonly TemplateRule[] =>
  rules.flatMap((rule) => ('template' in rule ? [rule] : []));

/** The names that templates make of all places, each with the rule that does. */
export function namesOfTemplates(book: Book): ReadonlyMap<string, TemplateRule> {
  const names = new Map<string, TemplateRule>();
  for (const rule of templatesOf(book)) {
    for (const place of book.locations.filter((one) => isWithin(one, rule.where))) {
      const name = channelNameOf(rule.template, place);
      if (!names.has(name)) names.set(name, rule);
    }
  }
  return names;
}

/** The book with every channel that its templates need; those that are there are known by that name from now on. */
export function withTemplateChannels(book: Book, newId: NewId): Book {
  let { channels } = book;
  for (const [name, rule] of namesOfTemplates(book)) {
    if (name.length > longestName) throw refusals.field('/channel', `"${name}" is longer than ${longestName} letters`);
    const known = channelOfTemplate({ channels }, name);
    if (known?.templateName !== undefined) continue;
    if (known) channels = channels.map((one) => (one === known ? { ...one, templateName: name } : one));
    else channels = [...channels, made({ channels }, name, rule, newId)];
  }
  return channels === book.channels ? book : { ...book, channels };
}

function made({ channels }: Pick<Book, 'channels'>, name: string, rule: TemplateRule, newId: NewId): Channel {
  if (channels.some((one) => isSameName(one.name, name))) {
    throw ruleRefusals.duplicateChannel('/channel', `"${name}" is the name of something else already`);
  }
  const autoCreate = rule.autoCreate ?? false;
  return { id: newId(), system: 'slack', name, isPrivate: false, state: 'unknown', autoCreate, templateName: name };
}
