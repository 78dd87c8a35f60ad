import { listOf, variablesOf } from '@guildhall/contracts';
import { AppError } from '@guildhall/kernel';
import type { Sealer } from '@guildhall/messaging';
import type { Templates } from '../../app/ports.ts';
import type { Brand } from '../../domain/brand.ts';
import type { Channel, Order } from '../../domain/message.ts';
import { type Compiled, compiled } from './compiled.ts';
import { assertDeclared } from './declared.ts';
import type { Values } from './engine.ts';
import { frames } from './frame.ts';
import { templates as sources } from './gen/templates.ts';
import { languageFor } from './locale.ts';
import { marked } from './marked.ts';
import type { ChannelSource, Sources } from './source.ts';

type Deps = Readonly<{
  sealer: Pick<Sealer, 'open'>;
  brand: () => Brand;
  /** Whom people may ask; empty for nobody in particular. */
  supportContact?: string;
}>;

type Variables = Readonly<Record<string, string>>;
type Known = Readonly<{ source: ChannelSource; locales: readonly string[]; words: ReadonlyMap<string, Compiled> }>;

/** The templates of this repository, filled with what a message brings. */
export function templates({ sealer, brand, supportContact = '' }: Deps): Templates {
  const known = compileAll(sources);
  const channels = new Map(Object.entries(sources).map(([key, of]) => [key, Object.keys(of.channels) as Channel[]]));
  const prepare = (order: Order): Readonly<{ template: Known; given: Variables }> => {
    const template = known.get(`${order.template} ${order.channel}`);
    if (!template) {
      throw new AppError('invalid', 'notifier.unknown_template', 'There is no such template for this channel.');
    }
    const given = { ...order.variables, ...opened(order, sealer) };
    const declared = variablesOf(order.template);
    const missing = template.source.variables.filter(
      (name) => !Object.hasOwn(given, name) && !declared?.[name]?.optional,
    );
    if (missing.length > 0) {
      throw new AppError('invalid', 'notifier.missing_variables', `The template also needs ${missing.join(', ')}.`);
    }
    return { template, given };
  };
  return {
    check: (order) => assertDeclared(order.template, prepare(order).given),
    render: (order) => {
      const { template, given } = prepare(order);
      const own = brand();
      const { words: locale, formats } = languageFor(template.locales, order.locale, own.locale);
      const values = { unsubscribeUrl: '', ...listed(given, template.source), ...standing(own), supportContact };
      const content = template.words.get(locale)?.({ values, formats, locale, brand: own });
      if (!content) throw new Error(`no words of ${order.template} in ${locale}`);
      return order.isTest ? marked(content) : content;
    },
    channelsOf: (key) => {
      const found = channels.get(key);
      if (!found) throw new AppError('invalid', 'notifier.unknown_template', 'There is no such template.');
      return found;
    },
  };
}

/** What every template may use, and no message can say otherwise. */
const standing = ({ name, buttonColour, buttonTextColour, headingColour }: Brand): Values => ({
  organisation: name,
  buttonColour,
  buttonTextColour,
  headingColour,
});

const listed = (given: Variables, { variables, lists }: ChannelSource): Values => ({
  // What may be left out is empty then.
  ...Object.fromEntries(variables.map((name) => [name, ''])),
  ...given,
  ...Object.fromEntries(lists.map((name) => [name, listOf(given[name] ?? '') ?? []])),
});

function compileAll(all: Sources): ReadonlyMap<string, Known> {
  const frameFor = frames();
  const entries = Object.entries(all).flatMap(([key, { channels }]) =>
    Object.entries(channels).map(([channel, source]) => {
      const compiledWords = Object.entries(source.words).map(
        ([locale, words]) => [locale, compiled(channel as Channel, words, frameFor)] as const,
      );
      return [
        `${key} ${channel}`,
        { source, locales: Object.keys(source.words), words: new Map(compiledWords) },
      ] as const;
    }),
  );
  return new Map(entries);
}

function opened({ sealed, idempotencyKey }: Order, sealer: Pick<Sealer, 'open'>): Variables {
  if (!sealed) return {};
  const values = open(sealed, idempotencyKey, sealer);
  if (typeof values !== 'object' || values === null) throw unsealable();
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, String(value)]));
}

function open(sealed: Uint8Array, context: string, sealer: Pick<Sealer, 'open'>): unknown {
  try {
    return sealer.open(sealed, context);
  } catch (cause) {
    throw unsealable(cause);
  }
}

const unsealable = (cause?: unknown): AppError =>
  new AppError('invalid', 'notifier.broken_seal', 'The sealed variables cannot be opened with our key.', { cause });
