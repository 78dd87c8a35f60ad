import Handlebars from 'handlebars';
import { clock, day, figure, moment, plural } from './formats.ts';

export type Values = Readonly<Record<string, string | readonly string[]>>;

/** Fills a part in the way that the language of its reader writes. */
export type Fill = (values: Values, locale: string) => string;

type Options = Readonly<{ hash: Readonly<Record<string, unknown>>; data: Readonly<{ locale: string }> }>;

const engine = Handlebars.create();
const styleIn = ({ hash }: Options): string | undefined =>
  typeof hash['style'] === 'string' ? hash['style'] : undefined;
engine.registerHelper('day', (value: unknown, options: Options) =>
  day(options.data.locale, String(value), styleIn(options)),
);
engine.registerHelper('moment', (value: unknown, options: Options) =>
  moment(options.data.locale, String(value), styleIn(options)),
);
engine.registerHelper('clock', (value: unknown, { data }: Options) => clock(data.locale, String(value)));
engine.registerHelper('figure', (value: unknown, { data }: Options) => figure(data.locale, String(value)));
engine.registerHelper('plural', (count: unknown, { hash, data }: Options) => plural(data.locale, String(count), hash));
engine.registerHelper('same', (one: unknown, other: unknown) => one === other);
engine.registerHelper('first', (list: readonly unknown[], count: number) => list.slice(0, count));
engine.registerHelper('clip', (value: unknown, most: number) => clip(String(value), most));

const clip = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;

const knownHelpers = {
  first: true,
  clip: true,
  day: true,
  moment: true,
  clock: true,
  figure: true,
  plural: true,
  same: true,
};

/** A part ready to be filled; with `html` its values are escaped as HTML. */
export function fillOf(source: string, { html = false } = {}): Fill {
  if (!source.includes('{{')) return () => source;
  const template = engine.compile<Values>(source, {
    strict: true,
    noEscape: !html,
    knownHelpers,
    knownHelpersOnly: true,
  });
  return (values, locale) => template(values, { data: { locale } });
}
