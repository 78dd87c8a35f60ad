import type { NewId } from '@guildhall/kernel';
import { type Book, channelOf, isSameName, type Location, type Rule, roleOf, type Where } from './book.ts';
import type { BookAct, BookChange } from './book-change.ts';
import { withTemplateChannels } from './book-templates.ts';
import { unknown } from './nearest.ts';
import { refusals } from './refusals.ts';
import { ruleRefusals } from './rule-refusals.ts';
import { isTemplate, templateOf } from './rule-template.ts';

/** `channel` is an id, a name, or a template. Empty parts of `where` are any. */
export type RuleGiven = Readonly<{
  role: string;
  channel: string;
  where: Readonly<Record<'area' | 'district' | 'branch', string>>;
  autoCreate: boolean;
}>;

/** Where in the request the parts of an added rule are. */
export type Pointers = Readonly<{ rule: (index: number) => string; channel: (index: number) => string }>;

const listed: Pointers = { rule: (index) => `/add/${index}`, channel: (index) => `/add/${index}/channel` };
export const single: Pointers = { rule: () => '', channel: () => '/channel' };

const whereParts = ['area', 'district', 'branch'] as const;

/** The book with rules more and fewer, all or nothing; no role is left without one. */
export function changedRules(
  book: Book,
  change: Readonly<{ add: readonly RuleGiven[]; remove: readonly string[] }>,
  newId: NewId,
  pointers: Pointers = listed,
): BookChange & Readonly<{ added: readonly Rule[] }> {
  const gone = new Set(change.remove);
  const removed = book.rules.filter(({ id }) => gone.has(id));
  if (removed.length < gone.size) throw ruleRefusals.ruleNotFound();
  let rules = book.rules.filter(({ id }) => !gone.has(id));
  const added: Rule[] = [];
  for (const [index, given] of change.add.entries()) {
    const [pointer, pointerOfChannel] = [pointers.rule(index), pointers.channel(index)];
    const rule: Rule = {
      id: newId(),
      roleKey: resolveRole(book, given.role, `${pointer}/role`),
      where: resolveWhere(book.locations, given.where, `${pointer}/where`),
      ...resolveTarget(book, given, pointerOfChannel),
    };
    if (rules.some((one) => isSameRule(one, rule))) {
      throw ruleRefusals.duplicateRule(pointerOfChannel, 'is given already by the same role at the same places');
    }
    rules = [...rules, rule];
    added.push(rule);
  }
  const bare = removed.find(({ roleKey }) => rules.every((rule) => rule.roleKey !== roleKey));
  if (bare) throw ruleRefusals.lastRule(bare.roleKey);
  const next = withTemplateChannels({ ...book, rules }, newId);
  const acts = [...removed.map(actOf(book, 'rule.removed')), ...added.map(actOf(next, 'rule.added'))];
  return { next, acts, added };
}

const actOf =
  (book: Book, action: string) =>
  (rule: Rule): BookAct => {
    const words = ruleInWords(book, rule);
    return { action, subject: rule.roleKey, ...(action === 'rule.added' ? { after: words } : { before: words }) };
  };

/** `volunteer gives teams at haifa/north`. */
export function ruleInWords(book: Book, rule: Rule): string {
  const channel = 'template' in rule ? rule.template : (channelOf(book, rule.channelId)?.name ?? rule.channelId);
  const parts = whereParts.map((part) => rule.where[part] ?? '*').join('/');
  return `${rule.roleKey} gives ${channel}${parts === '*/*/*' ? '' : ` at ${parts}`}`;
}

function resolveRole(book: Book, key: string, pointer: string): string {
  const role = roleOf(book, key.trim());
  if (role) return role.key;
  const keys = book.roles.map((one) => one.key);
  throw refusals.unknownRole([{ pointer, detail: unknown(key, keys) }]);
}

type Target = Readonly<{ channelId: string }> | Readonly<{ template: string; autoCreate: boolean }>;

/** The channel that is meant by its id or its name, or the template. */
export function resolveTarget(
  book: Book,
  { channel, autoCreate }: Pick<RuleGiven, 'channel' | 'autoCreate'>,
  pointer: string,
): Target {
  if (isTemplate(channel)) return { template: templateOf(channel, pointer), autoCreate };
  const wanted = channel.trim().replace(/^#/, '');
  const found = channelOf(book, wanted) ?? book.channels.find(({ name }) => isSameName(name, wanted));
  if (found) return { channelId: found.id };
  const names = book.channels.map(({ name }) => name);
  throw ruleRefusals.unknownChannel(pointer, unknown(wanted, names));
}

/** Only what is given, written as the places write it. Throws for the first part that no place has, with what is alike. */
export function resolveWhere(locations: readonly Location[], given: RuleGiven['where'], pointer: string): Where {
  let left = locations;
  let where: Where = {};
  for (const part of whereParts) {
    const wanted = given[part].trim();
    if (wanted === '') continue;
    const within = left.filter((place) => isSameName(place[part], wanted));
    const [first] = within;
    if (!first) {
      const names = left.map((place) => place[part]);
      throw refusals.unknownLocation([{ pointer: `${pointer}/${part}`, detail: unknown(wanted, names) }]);
    }
    where = { ...where, [part]: first[part] };
    left = within;
  }
  return where;
}

const isSameRule = (a: Rule, b: Rule): boolean =>
  a.roleKey === b.roleKey && targetOf(a) === targetOf(b) && isSameWhere(a.where, b.where);

const targetOf = (rule: Rule): string => ('template' in rule ? `template ${rule.template}` : rule.channelId);

const isSameWhere = (a: Where, b: Where): boolean =>
  whereParts.every((part) => isSameName(a[part] ?? '', b[part] ?? ''));
